internal import LuaBridge
internal import PlantData
internal import Report

/// `data.b2mml("performance.xml", "SegmentResponse")`.
var dataB2MML: Function {
  Function(
    "data.b2mml", Text(en: "reads ISA-95 objects from a B2MML document", zh: "从 B2MML 文档读取 ISA-95 对象"),
    .required("path", String.self, Text(en: "the file", zh: "文件")).holding(.file("xml")),
    .positional(
      "table", String.self,
      Text(en: "the element that is a row, such as \"SegmentResponse\"", zh: "作为一行的元素，如 \"SegmentResponse\""),
      default: ""),
    .option("types", Fields<FieldType>.self, ReaderWords.types, default: ReaderWords.noTypes),
    .option("missing", [String].self, ReaderWords.missing, default: []),
    .optional("zone", String.self, ReaderWords.zone),
    .option("units", Fields<String>.self, ReaderWords.units, default: ReaderWords.none),
    .option("strict", Bool.self, ReaderWords.strict, default: false), .interpreter,
    returns: readingReturns, example: #"return data.b2mml("lots.xml", "MaterialLot")"#,
    given: #"""
      local f = io.open("lots.xml", "w")
      f:write('<MaterialInformation xmlns="http://www.mesa.org/xml/B2MML-V0600"><ID>M1</ID><MaterialLot><ID>L1</ID>' ..
        '<Status>OK</Status></MaterialLot></MaterialInformation>') f:close()
      """#
  ) { path, table, types, missing, zone, units, strict, interpreter in
    let options = try columnOptions(types: types, missing: missing, zone: zone, units: units, strict: strict)
    guard !table.isEmpty else { throw try unnamedTable(path) }
    return try ReadingResults(B2MMLReader.read(path, table: table, options), interpreter)
  }
}

/// Says which tables there are; the one with the most rows is offered.
private func unnamedTable(_ path: String) throws -> Fault {
  let tables = try B2MMLReader.tables(path)
  let words = tables.map { "\($0.name) (\($0.rows.grouped))" }.joined(separator: ", ")
  let largest = tables.max { $0.rows < $1.rows }?.name ?? "SegmentResponse"
  return Fault(
    .usage, en: "which table? it holds \(words)", zh: "读取哪个表？文档中有 \(words)", at: Place(file: path),
    try: "data.b2mml(\"\(path)\", \"\(largest)\")")
}
