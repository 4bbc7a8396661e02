internal import PlantData
internal import Report

/// `xlsx { "lots.xlsx", sheet = "三月", header = 3 }`.
struct ExcelSource: SourceKind {
  let word = "xlsx"
  let options = ["sheet", "header", "header_rows"]

  func take(
    _ option: String, _ node: PlantFileNode, _ source: inout Source, _ plant: PlantDescription
  ) throws {
    let isCount = node.number.flatMap { Int(exactly: $0) }.map { (0...1_048_576).contains($0) } ?? false
    guard isCount || option == "sheet" && node.text != nil else {
      throw option == "sheet"
        ? plant.wrong(node, "sheet is a name or a number", "sheet 应为名称或序号")
        : plant.wrong(node, "\(option) is a number of rows", "\(option) 应为行数")
    }
    source.options[option] = node
  }

  func address(of source: Source) -> String {
    let sheet = source.options["sheet"].map { $0.text ?? $0.number?.significant(7) ?? "" }
    return source.paths.joined(separator: ", ") + (sheet.map { ":" + $0 } ?? "")
  }

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    var options = ExcelOptions()
    if let name = source.text("sheet") {
      options.sheet = .name(name)
    } else {
      options.sheet = source.count("sheet").map { .number($0) }
    }
    options.header = source.count("header")
    options.headerRows = source.count("header_rows") ?? 1
    return try ExcelReader.read(source.paths[0], options, columns: source.columns)
  }
}

extension LocatedSource {
  /// An option of the source's own kind that is a whole number.
  func count(_ option: String) -> Int? { source.options[option]?.number.map { Int($0) } }
}
