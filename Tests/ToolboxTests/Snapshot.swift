import Glibc
import Testing

/// Lines compared with a file under `Snapshots`; `PLANTSH_RECORD=1` writes the file anew.
enum Snapshot {
  static func compare(_ lines: [String], with name: String, from source: String = #filePath) throws {
    let folder = source.split(separator: "/").dropLast().joined(separator: "/")
    if getenv("PLANTSH_RECORD") != nil {
      let path = "/" + folder + "/Snapshots/" + name
      let file = try #require(fopen(path, "w"))
      fputs(lines.joined(separator: "\n") + "\n", file)
      fclose(file)
      return
    }
    let recorded = try ExampleFolder.text(beside: source, "Snapshots/" + name).split(separator: "\n").map(
      String.init)
    let differences = Set(lines).symmetricDifference(recorded)
    #expect(
      lines == recorded,
      "differs from \(name) in \(differences.count) lines, for one \(differences.sorted().first ?? "the order"); PLANTSH_RECORD=1 records"
    )
  }
}
