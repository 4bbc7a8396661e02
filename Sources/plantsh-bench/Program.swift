internal import Glibc

/// `plantsh-bench NAME`: measures one family once and prints a JSON object a row. `Scripts/bench` runs it between
/// rounds of its peers and compares.
@main struct Program {
  static var families: [any Family.Type] { [BridgeFamily.self] }

  static func main() throws {
    let name = CommandLine.arguments.dropFirst().first ?? ""
    guard let family = families.first(where: { $0.name == name }) else {
      print("usage: plantsh-bench \(families.map { $0.name }.joined(separator: "|"))")
      exit(2)
    }
    for measurement in try family.measure() { print(measurement.json) }
  }
}

/// Rows that are measured together: `Scripts/bench NAME`.
protocol Family {
  static var name: String { get }
  static func measure() throws -> [Measurement]
}
