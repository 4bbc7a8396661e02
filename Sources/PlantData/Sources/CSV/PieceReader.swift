internal import Report

/// Reads one piece of a file into columns of its own.
final class PieceReader {
  let file: CSVFile
  let piece: RecordScan.Piece
  private let schema: CSVSchema
  /// For each field of a record, the column it goes to.
  private let targets: [Int]
  let columns: UnsafeMutablePointer<PieceColumn>
  let columnCount: Int
  private(set) var rowCount = 0
  /// Records seen: good, bad and blank ones.
  private(set) var recordCount = 0
  /// Good records, numbered within the piece, as runs of neighbours.
  private(set) var runs: [Range<Int>] = []
  /// Refused records; their row is the number within the piece until the piece's place is known.
  private(set) var refused: [QuarantinedRow] = []
  private(set) var failure: (any Error)?
  private var arena = ByteArena()
  /// The column of the record being read whose value does not fit.
  private var bad: (target: Int, value: String)?

  init(file: CSVFile, piece: RecordScan.Piece, schema: CSVSchema, targets: [Int]) {
    self.file = file
    self.piece = piece
    self.schema = schema
    self.targets = targets
    columnCount = schema.fields.count
    columns = .allocate(capacity: max(1, columnCount))
    let capacity = RecordScan.lines(in: file.text.bytes, piece.range) + 1
    for (i, field) in schema.fields.enumerated() {
      (columns + i).initialize(
        to: PieceColumn(
          kind: field.kind, isDeclared: field.isDeclared, capacity: capacity, zone: schema.zone,
          decimal: schema.decimal))
    }
  }

  deinit {
    columns.deinitialize(count: columnCount)
    columns.deallocate()
    arena.deallocate()
  }

  func read() {
    if let quote = piece.openQuote {
      refuse(
        piece.range,
        Text(
          en: "the quote at byte \(quote - piece.range.lowerBound + 1) is never closed",
          zh: "第 \(quote - piece.range.lowerBound + 1) 个字节处的引号没有闭合"))
      recordCount = 1
      return
    }
    var cursor = CSVCursor(file.text.bytes, range: piece.range, separator: file.dialect.separator)
    var row = 0, record = 0, runStart = 0
    var arena = ByteArena()
    defer { self.arena = arena }
    while !cursor.isAtEnd {
      if record & 0x3FFF == 0, Interruption.isRequested {
        failure = Fault.interrupted
        break
      }
      let start = cursor.i
      switch readRecord(&cursor, row: row, &arena) {
      case .good: row += 1
      case .blank: close(&runStart, at: record)
      case .ragged(let count):
        close(&runStart, at: record)
        refuse(
          start..<cursor.i,
          Text(
            en: "\(count) fields where the header has \(targets.count)",
            zh: "有 \(count) 个字段，表头为 \(targets.count) 个"), record: record)
      case .bad:
        close(&runStart, at: record)
        refuseValue(start..<cursor.i, record: record)
      }
      record += 1
    }
    if record > runStart { runs.append(runStart..<record) }
    rowCount = row
    recordCount = record
  }

  private func close(_ runStart: inout Int, at record: Int) {
    if record > runStart { runs.append(runStart..<record) }
    runStart = record + 1
  }

  private enum Record { case good, blank, bad, ragged(Int) }

  @inline(__always)
  private func readRecord(_ cursor: inout CSVCursor, row: Int, _ arena: inout ByteArena) -> Record {
    var field = FieldBytes(start: cursor.base, count: 0)
    var isQuoted = false
    var index = 0
    var isBad = false
    let width = targets.count
    while true {
      let stop = cursor.next(&field, isQuoted: &isQuoted, arena: &arena)
      if index < width {
        let target = targets[index]
        let column = columns + target
        if schema.isMissing(field) {
          column.pointee.storeMissing(at: row)
        } else if column.pointee.store(field, at: row) == .refused, !isBad {
          isBad = true
          bad = (target, field.string)
        }
      }
      index += 1
      if stop != .field { break }
    }
    if index == 1, field.isEmpty, !isQuoted, width > 1 || cursor.isAtEnd { return .blank }
    if index != width { return .ragged(index) }
    return isBad ? .bad : .good
  }

  private func refuseValue(_ range: Range<Int>, record: Int) {
    guard let bad else { return }
    let field = schema.fields[bad.target]
    let wanted = field.type?.wanted ?? Text("")
    let unit = file.options.units[field.name].map { "\($0)" }
    refuse(
      range,
      Text(
        en: "\"\(bad.value)\" is not \(wanted.en)" + (unit.map { " (\($0))" } ?? ""),
        zh: "“\(bad.value)”不是\(wanted.zh)" + (unit.map { "（\($0)）" } ?? "")),
      record: record, column: field.name, value: bad.value)
  }

  private func refuse(
    _ range: Range<Int>, _ reason: Text, record: Int = 0, column: String? = nil, value: String? = nil
  ) {
    var bytes = UnsafeRawBufferPointer(rebasing: file.text.bytes[range])
    while let last = bytes.last, last == 10 || last == 13 {
      bytes = UnsafeRawBufferPointer(rebasing: bytes.dropLast())
    }
    refused.append(
      QuarantinedRow(
        file: file.text.path, row: record, column: column, reason: reason, value: value,
        text: String(decoding: bytes, as: UTF8.self)))
  }
}
