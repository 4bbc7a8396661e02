internal import Report

/// What a cell of a sheet holds.
enum SheetCell: Equatable {
  case value(RowValue)
  /// "#DIV/0!"
  case error(String)
  /// A formula whose value was not stored: the program that wrote it does not calculate.
  case uncalculated
}

/// Reads the cells of a sheet row by row, as `worksheet.xml` holds them (ECMA-376 part 1, 18.3).
final class SheetCells: XMLHandler {
  typealias Cells = [(column: Int, cell: SheetCell)]

  private let texts: [String]
  private let formats: [CellFormat]
  private let time: ExcelTime
  /// Called with each row that holds anything, counted from 1.
  private let take: (Int, Cells) throws -> Void
  private(set) var merged: [MergedCells] = []

  private var row = 0
  private var cells: Cells = []
  private var column = -1
  private var kind = Kind.number
  private var format = CellFormat.number
  private var hasFormula = false
  private var isCollecting = false
  private var isInPhonetics = false
  private var collected: [UInt8] = []

  private enum Kind {
    case number, shared, inline, formulaText, bool, error, isoTime

    /// By the word of the attribute `t`: n, s, b, e, d, str, inlineStr.
    init(_ word: XMLElement.Bytes?) {
      switch (word?.count, word?.first) {
      case (1, UInt8(ascii: "s")): self = .shared
      case (1, UInt8(ascii: "b")): self = .bool
      case (1, UInt8(ascii: "e")): self = .error
      case (1, UInt8(ascii: "d")): self = .isoTime
      case (3, UInt8(ascii: "s")): self = .formulaText
      case (9, UInt8(ascii: "i")): self = .inline
      default: self = .number
      }
    }
  }

  init(
    texts: [String], formats: [CellFormat], time: ExcelTime, take: @escaping (Int, Cells) throws -> Void
  ) {
    self.texts = texts
    self.formats = formats
    self.time = time
    self.take = take
  }

  /// The row being read, for a fault.
  var place: Int { row }

  func start(_ element: XMLElement) throws {
    if element.isNamed("c") {
      try startCell(element)
    } else if element.isNamed("v") {
      isCollecting = true
    } else if element.isNamed("t") {
      isCollecting = kind == .inline && !isInPhonetics
    } else if element.isNamed("f") {
      hasFormula = true
    } else if element.isNamed("rPh") {
      isInPhonetics = true
    } else if element.isNamed("row") {
      row = element.attribute("r").flatMap(SheetCells.int) ?? row + 1
      column = -1
      cells.removeAll(keepingCapacity: true)
    } else if element.isNamed("mergeCell"), let range = element.attribute("ref") {
      if let cells = MergedCells(range) { merged.append(cells) }
    }
  }

  private func startCell(_ element: XMLElement) throws {
    if let reference = element.attribute("r") {
      guard let place = CellReference.read(reference) else {
        let text = String(decoding: reference, as: UTF8.self)
        throw Fault(.format, en: "'\(text)' is no cell", zh: "“\(text)”不是单元格", at: Place(row: row))
      }
      column = place.column
    } else {
      column += 1
    }
    guard column < CellReference.columnLimit else {
      throw Fault(.format, en: "the row has too many cells", zh: "该行单元格过多", at: Place(row: row))
    }
    kind = Kind(element.attribute("t"))
    let style = element.attribute("s").flatMap(SheetCells.int) ?? 0
    format = formats.indices.contains(style) ? formats[style] : .number
    hasFormula = false
    collected.removeAll(keepingCapacity: true)
  }

  func end(_ name: UnsafePointer<UInt8>) throws {
    if XMLElement.equal(name, "v") || XMLElement.equal(name, "t") {
      isCollecting = false
    } else if XMLElement.equal(name, "c") {
      if let cell = try cell() { cells.append((column, cell)) }
    } else if XMLElement.equal(name, "rPh") {
      isInPhonetics = false
    } else if XMLElement.equal(name, "row"), !cells.isEmpty {
      try take(row, cells)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isCollecting { collected.append(contentsOf: bytes) }
  }

  /// The cell that ended; nil for one that holds nothing.
  private func cell() throws -> SheetCell? {
    if collected.isEmpty { return hasFormula && kind != .formulaText ? .uncalculated : nil }
    return try collected.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return nil }
      let field = FieldBytes(start: start, count: bytes.count)
      switch kind {
      case .shared:
        guard let number = NumberField.int(field.trimmed), texts.indices.contains(Int(number)) else {
          throw wrong(field, Text(en: "the number of a text", zh: "文本编号"))
        }
        let text = texts[Int(number)]
        return text.isEmpty ? nil : .value(.text(text))
      case .inline, .formulaText: return .value(.text(CellText.decoded(bytes)))
      case .bool: return .value(.bool(field.trimmed.string == "1" || field.trimmed.string == "true"))
      case .error: return .error(field.string)
      case .isoTime:
        var parser = TimestampField(zone: 0)
        return .value(parser.parse(field.trimmed).map { .time($0) } ?? .text(field.string))
      case .number: return .value(try number(field.trimmed))
      }
    }
  }

  private func number(_ field: FieldBytes) throws -> RowValue {
    if format == .number, let whole = NumberField.int(field) { return .int(whole) }
    guard let number = NumberField.float(field) else { throw wrong(field, FieldType.float.wanted) }
    switch format {
    case .date: return time.microseconds(number).map { .time($0) } ?? .float(number)
    case .timeOfDay where (0..<1).contains(number): return .text(ExcelTime.timeOfDay(number))
    case .timeOfDay where number >= 1: return time.microseconds(number).map { .time($0) } ?? .float(number)
    default: return .float(number)
    }
  }

  private func wrong(_ field: FieldBytes, _ wanted: Text) -> Fault {
    let value = field.string.prefix(40)
    return Fault(
      .format, en: "\"\(value)\" is not \(wanted.en)", zh: "“\(value)”不是\(wanted.zh)",
      at: Place(row: row, column: CellReference.letters(column)))
  }

  private static func int(_ bytes: XMLElement.Bytes) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    return NumberField.int(FieldBytes(start: start, count: bytes.count)).flatMap {
      (0...10_000_000).contains($0) ? Int($0) : nil
    }
  }
}
