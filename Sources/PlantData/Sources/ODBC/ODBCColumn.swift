internal import CODBC
internal import Report

/// A column of an answer: its name, and how its values are taken.
struct ODBCColumn {
  enum Way { case integer, number, decimal, bit, time, moment, text }

  let name: String
  let way: Way
  /// Whether a number of 64 bits may lose digits of its decimals.
  let losesDigits: Bool

  init(_ number: Int, of statement: ODBCStatement, isText: (String) -> Bool) throws {
    var units = [UInt16](repeating: 0, count: 512)
    var length: Int16 = 0, type: Int16 = 0, digits: Int16 = 0, nullable: Int16 = 0
    var size: UInt = 0
    try statement.check(
      SQLDescribeColW(
        statement.handle.raw, UInt16(number), &units, Int16(units.count), &length, &type, &size, &digits,
        &nullable))
    name = WideText.text(units)
    way = isText(name) ? .text : ODBCColumn.way(Int32(type), ODBCColumn.typeName(number, of: statement))
    losesDigits = way == .decimal && size > 15
  }

  /// The database's own word for the type.
  private static func typeName(_ number: Int, of statement: ODBCStatement) -> String {
    var units = [UInt16](repeating: 0, count: 64)
    var length: Int16 = 0
    let status = SQLColAttributeW(
      statement.handle.raw, UInt16(number), UInt16(SQL_DESC_TYPE_NAME), &units, 128, &length, nil)
    guard ODBCHandle.succeeded(status) else { return "" }
    return WideText.text(units).lowercased()
  }

  private static func way(_ type: Int32, _ name: String) -> Way {
    // PostgreSQL's driver gives truth values as texts.
    if name == "bool" { return .bit }
    if name == "timestamptz" { return .moment }
    switch type {
    case SQL_BIT: return .bit
    case SQL_TINYINT, SQL_SMALLINT, SQL_INTEGER: return .integer
    case SQL_BIGINT: return name.contains("unsigned") ? .decimal : .integer
    case SQL_REAL, SQL_FLOAT, SQL_DOUBLE: return .number
    case SQL_DECIMAL, SQL_NUMERIC: return .decimal
    case SQL_TYPE_DATE, SQL_TYPE_TIMESTAMP, SQL_DATE, SQL_TIMESTAMP: return .time
    default: return .text
    }
  }

  /// - Parameter zone: that of moments.
  func value(_ number: Int, of statement: ODBCStatement, zone: Zone?) throws -> RowValue {
    switch way {
    case .integer: try statement.integer(number).map { .int($0) } ?? .missing
    case .number: try statement.number(number).map { .float($0) } ?? .missing
    case .bit: try statement.bit(number).map { .bool($0) } ?? .missing
    case .time: try statement.time(number).map { .time($0) } ?? .missing
    case .moment: try statement.text(number).map { .text($0 + (zone?.description ?? "")) } ?? .missing
    case .text: try statement.text(number).map { .text($0) } ?? .missing
    case .decimal: try statement.text(number).map(ODBCColumn.decimal) ?? .missing
    }
  }

  /// A decimal as a whole number where it is one, else as the nearest number of 64 bits.
  private static func decimal(_ text: String) -> RowValue {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return .missing }
      let field = FieldBytes(start: start, count: bytes.count).trimmed
      return NumberField.int(field).map { .int($0) } ?? NumberField.float(field).map { .float($0) }
        ?? .text(field.string)
    }
  }
}
