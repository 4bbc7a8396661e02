internal import Synchronization

/// A file that was read or written, for whoever keeps a record of where things came from.
public struct FileUse: Sendable, Hashable {
  public enum Kind: Sendable { case read, written }

  public var kind: Kind
  public var path: String

  public init(_ kind: Kind, _ path: String) {
    self.kind = kind
    self.path = path
  }

  /// Who keeps the record. Nobody does by default.
  public static func watch(_ watcher: (@Sendable (FileUse) -> Void)?) { watching.withLock { $0 = watcher } }

  /// Tells whoever keeps the record. A reader says it when the file is open, a writer when it is whole.
  public func note() { FileUse.watching.withLock { $0 }?(self) }

  private static let watching = Mutex<(@Sendable (FileUse) -> Void)?>(nil)
}
