internal import Synchronization

/// How far long work has come, for whoever watches: a terminal line, a notebook, nobody.
public struct Progress: Sendable {
  /// What is being done: "epoch 12/20", "reading line3.csv".
  public var title: Text
  /// From 0 to 1, or nil when the end is not known.
  public var fraction: Double?
  /// The figures at this moment: "loss .214 acc .931 · 412 img/s · 38 s left".
  public var detail: Text
  /// The last word on this work: watchers may keep the line.
  public var isLast: Bool

  public init(title: Text, fraction: Double? = nil, detail: Text = Text(""), isLast: Bool = false) {
    self.title = title
    self.fraction = fraction
    self.detail = detail
    self.isLast = isLast
  }

  /// Who watches. The front end that owns the screen sets it; nobody watches by default.
  public static func watch(_ watcher: (@Sendable (Progress) -> Void)?) { watching.withLock { $0 = watcher } }

  /// Shows this state to whoever watches.
  public func show() { Progress.watching.withLock { $0 }?(self) }

  private static let watching = Mutex<(@Sendable (Progress) -> Void)?>(nil)
}
