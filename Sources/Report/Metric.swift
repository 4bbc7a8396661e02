internal import Synchronization

/// A figure that work reached, for whoever keeps a record of it: a run. `train_loss` after each epoch,
/// `test_accuracy` at the end.
public struct Metric: Sendable, Equatable {
  public var name: String
  public var value: Double
  /// The epoch, or whatever is counted; nil for a figure that is reached once.
  public var step: Int?
  /// Whether the same script on the same data must reach it bit for bit: false for what depends on the clock.
  public var isExact: Bool

  public init(_ name: String, _ value: Double, step: Int? = nil, isExact: Bool = true) {
    self.name = name
    self.value = value
    self.step = step
    self.isExact = isExact
  }

  /// Who keeps metrics. Nobody does by default.
  public static func watch(_ watcher: (@Sendable (Metric) -> Void)?) { watching.withLock { $0 = watcher } }

  /// Gives the figure to whoever keeps it.
  public func note() { Metric.watching.withLock { $0 }?(self) }

  private static let watching = Mutex<(@Sendable (Metric) -> Void)?>(nil)
}
