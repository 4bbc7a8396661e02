import Glibc
import Testing

/// Lines compared with a file under `Snapshots`; `PLANTSH_RECORD=1` writes the file anew.
enum Snapshot {
  static func compare(_ lines: [String], with name: String, from source: String = #filePath) throws {
    let folder = source.split(separator: "/").dropLast().joined(separator: "/")
    let path = "/" + folder + "/Snapshots/" + name
    if getenv("PLANTSH_RECORD") != nil {
      let file = try #require(fopen(path, "w"))
      fputs(lines.joined(separator: "\n") + "\n", file)
      fclose(file)
      return
    }
    let recorded = try read(path).split(separator: "\n").map(String.init)
    let differences = Set(lines).symmetricDifference(recorded)
    #expect(
      lines == recorded,
      "differs from \(name) in \(differences.count) lines, for one \(differences.sorted().first ?? "the order"); PLANTSH_RECORD=1 records"
    )
  }

  private static func read(_ path: String) throws -> String {
    let file = try #require(fopen(path, "r"), "\(path) is missing")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&block, 1, block.count, file), count > 0 { bytes += block[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
