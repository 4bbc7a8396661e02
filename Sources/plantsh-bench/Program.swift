internal import Glibc

/// `plantsh-bench NAME [ROW]`: measures one family once and prints a JSON object a row. `Scripts/bench` runs it
/// between rounds of its peers and compares; one row alone is for a profiler.
@main struct Program {
  static var families: [any Family.Type] { [BridgeFamily.self] }

  static func main() throws {
    let name = CommandLine.arguments.dropFirst().first ?? ""
    guard let family = families.first(where: { $0.name == name }) else {
      print("usage: plantsh-bench \(families.map { $0.name }.joined(separator: "|")) [ROW]")
      exit(2)
    }
    for measurement in try family.measure(only: CommandLine.arguments.dropFirst(2).first) {
      print(measurement.json)
    }
  }
}

/// Rows that are measured together: `Scripts/bench NAME`.
protocol Family {
  static var name: String { get }
  static func measure(only: String?) throws -> [Measurement]
}
