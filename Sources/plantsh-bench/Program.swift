internal import Exchange
internal import Glibc

/// `plantsh-bench NAME [ROW]` measures a family of rows, or one of them for a profiler, and prints a JSON object a
/// row. `plantsh-bench NAME --serve` measures what it is asked for, line by line: so `Scripts/bench` takes turns
/// between it and the peers.
@main struct Program {
  static var families: [any Family.Type] { [BridgeFamily.self, DataFamily.self, EngineFamily.self] }

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let family = families.first(where: { $0.name == words.first }), words.count <= 2 else {
      print("usage: plantsh-bench \(families.map { $0.name }.joined(separator: "|")) [ROW | --serve]")
      exit(2)
    }
    if words.last == "--serve" { return Server(family.rows).run() }
    let rows = family.rows.filter { words.count == 1 || $0.heading.row == words[1] }
    guard !rows.isEmpty else {
      print("no row '\(words[1])'; there are: \(family.rows.map { $0.heading.row }.joined(separator: ", "))")
      exit(2)
    }
    for row in rows { print(try row.measured().text) }
  }
}
