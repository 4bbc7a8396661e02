public import LuaBridge
internal import Pipelines
public import PlantData
internal import Report

/// What a reader gives to Lua: the table and, when rows were refused, a table of those.
///
///     local t, bad = data.csv "line3.csv"
struct ReadingResults: LuaPushable {
  let table: Table
  let refused: Table?

  init(_ reading: Reading, _ interpreter: Interpreter) throws {
    table = reading.table.noting([])
    refused = reading.quarantine.isEmpty ? nil : try QuarantinedRow.table(reading.quarantine)
    for note in reading.table.notes { interpreter.output("\(note)\n") }
  }

  func push(_ state: LuaState) -> Int32 {
    let count = table.push(state)
    return refused.map { count + $0.push(state) } ?? count
  }
}

/// What every reader returns.
let readingReturns = Text(
  en: "the table, and a table of the rows that could not be read when there are any",
  zh: "数据表；若有无法读取的行，再返回这些行的表")

/// Options that readers share, as they are typed.
func columnOptions(
  types: Fields<FieldType>, missing: [String], zone: String?, units: Fields<String>, strict: Bool
) throws -> ColumnOptions {
  try ColumnOptions(
    types: Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0.value) }), missing: missing,
    zone: zone.map(readZone), units: readUnits(units), isStrict: strict)
}

func readZone(_ text: String) throws -> Zone {
  guard let zone = Zone(text) else {
    throw Fault(
      .usage, en: "'\(text)' is no zone; zones are written '+08:00'", zh: "“\(text)”不是时区；时区写作 '+08:00'")
  }
  return zone
}

func readUnits(_ units: Fields<String>) throws -> [String: Unit] {
  Dictionary(uniqueKeysWithValues: try units.map { ($0.name, try Unit($0.value)) })
}

extension FieldType: LuaChoice {}

/// Words of the shared options.
enum ReaderWords {
  static let types = Text(
    en: "kinds of columns: { serial = \"text\" }", zh: "列的类型：{ serial = \"text\" }")
  static let missing = Text(en: "words for a missing value", zh: "表示缺失值的词")
  static let zone = Text(en: "zone of times that name none: \"+08:00\"", zh: "未注明时区的时间所用时区，如 \"+08:00\"")
  static let units = Text(en: "units of columns: { speed = \"m/s\" }", zh: "列的单位：{ speed = \"m/s\" }")
  static let strict = Text(
    en: "whether the first bad row is a fault", zh: "遇到第一行坏数据时是否报错")
  static let none = Fields<String>([])
  static let noTypes = Fields<FieldType>([])
}
