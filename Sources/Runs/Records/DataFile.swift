public import Exchange

/// A file that a run read or wrote: where it was, and what was in it.
public struct DataFile: Sendable, Equatable {
  /// Seen from the folder that the run ran in.
  public var path: String
  public var sha256: String
  public var bytes: Int

  public init(path: String, sha256: String, bytes: Int) {
    (self.path, self.sha256, self.bytes) = (path, sha256, bytes)
  }

  public var json: JSON {
    .object(["path": .string(path), "sha256": .string(sha256), "bytes": .int(bytes)])
  }

  public init?(_ json: JSON) {
    guard let path = json["path"]?.string, let sha256 = json["sha256"]?.string,
      let bytes = json["bytes"]?.int
    else { return nil }
    self.init(path: path, sha256: sha256, bytes: bytes)
  }
}
