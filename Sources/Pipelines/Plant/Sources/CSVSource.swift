internal import PlantData
internal import Report

/// `csv { "history/*.csv", encoding = "gb18030" }`.
struct CSVSource: SourceKind {
  let word = "csv"
  let options = ["encoding", "separator", "decimal", "skip"]

  func take(
    _ option: String, _ node: PlantFileNode, _ source: inout Source, _ plant: PlantDescription
  ) throws {
    switch option {
    case "encoding": source.csv.encoding = try TextEncoding(named: plant.text(node, option))
    case "skip":
      guard let rows = node.number, let count = Int(exactly: rows), (0...10_000).contains(count) else {
        throw plant.wrong(node, "skip is a number of rows", "skip 应为行数")
      }
      source.csv.skip = count
    default:
      guard let character = try plant.text(node, option).first else {
        throw plant.wrong(node, "\(option) is empty", "\(option) 为空")
      }
      if option == "separator" { source.csv.separator = character } else { source.csv.decimal = character }
    }
  }

  func address(of source: Source) -> String {
    source.paths.joined(separator: ", ") + (source.csv.encoding.map { " " + $0.rawValue } ?? "")
  }

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    try CSVReader.read(source.paths, source.source.csv)
  }
}
