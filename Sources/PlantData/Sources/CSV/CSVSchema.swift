internal import Report

/// The columns of one or more files: names in order of first appearance, and what is declared about them.
struct CSVSchema {
  struct Field {
    var name: String
    var kind: PieceColumn.Kind
    var isDeclared: Bool
    var type: FieldType?
  }

  var fields: [Field]
  var missing: [[UInt8]]
  var zone: Int
  var decimal: UInt8

  init(names: [String], options: CSVOptions) throws {
    for name in options.types.keys.sorted() + options.units.keys.sorted() where !names.contains(name) {
      throw Fault.unknownName(
        name, among: names, what: Text(en: "column", zh: "列"), whole: Text(en: "columns", zh: "现有列"))
    }
    fields = names.map { name in
      let type = options.types[name]
      return Field(name: name, kind: type?.pieceKind ?? .unknown, isDeclared: type != nil, type: type)
    }
    missing = options.missing.map { Array($0.utf8) }
    zone = options.zone?.minutes ?? 0
    decimal = options.decimal.asciiValue ?? 46
  }

  @inline(__always)
  func isMissing(_ field: FieldBytes) -> Bool {
    if field.isEmpty { return true }
    if missing.isEmpty { return false }
    return isMissingWord(field)
  }

  private func isMissingWord(_ field: FieldBytes) -> Bool {
    let field = field.trimmed
    return missing.contains { word in
      word.count == field.count && word.indices.allSatisfy { word[$0] == field[$0] }
    }
  }
}

extension FieldType {
  var pieceKind: PieceColumn.Kind {
    switch self {
    case .bool: .bool
    case .int, .epochMilliseconds: .int
    case .float, .epochSeconds: .float
    case .text: .text
    case .time: .time
    }
  }

  /// What a value that does not fit should have been: "is not a number".
  var wanted: Text {
    switch self {
    case .bool: Text(en: "true or false", zh: "布尔值")
    case .int: Text(en: "a whole number", zh: "整数")
    case .float: Text(en: "a number", zh: "数字")
    case .text: Text(en: "a text", zh: "文本")
    case .time: Text(en: "a time", zh: "时间")
    case .epochSeconds, .epochMilliseconds:
      Text(en: "a time as a number since 1970", zh: "1970 年起的时间数")
    }
  }
}
