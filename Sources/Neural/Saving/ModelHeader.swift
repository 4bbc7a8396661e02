public import Exchange
internal import Glibc
internal import Report

/// What a model file says of itself, read without its weights.
public struct ModelHeader: Sendable {
  /// Names of the classes; empty for values and embeddings.
  public let classes: [String]
  /// What training was and reached.
  public let record: JSON
  /// Where the model came from, as `save` was told; null when it was told nothing.
  public let lineage: JSON
  /// The version that wrote the file.
  public let maker: String

  /// Reads the front and the header of a file.
  ///
  /// - Throws: a fault that says whether the file is missing, no model, newer than this program, or damaged.
  public init(of path: String) throws {
    guard let file = fopen(path, "rb") else {
      _ = try FileBytes.read(path)
      throw Fault(.file, en: "cannot be read", zh: "无法读取", at: Place(file: path))
    }
    defer { fclose(file) }
    let header = try ModelFile.header(of: path) { count in
      [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
        got = fread(buffer.baseAddress, 1, count, file)
      }
    }
    classes = header["classes"]?.strings ?? []
    record = header["record"] ?? .null
    lineage = header["lineage"] ?? .null
    maker = header["plantsh"]?.string ?? "?"
  }
}
