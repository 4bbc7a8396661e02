/// Turns a column into the kind that is declared for it.
enum ColumnTyping {
  /// The column as `type`, and the rows whose value does not fit, which have none in the result.
  static func column(
    _ column: Column, as type: FieldType, zone: Zone?
  ) -> (column: Column, misfits: [(row: Int, value: String)]) {
    let kind = type.kind
    let builder = ColumnBuilder(column.name, kind, unit: column.unit, capacity: column.count)
    var time = TimestampField(zone: zone?.minutes ?? 0)
    var misfits: [(Int, String)] = []
    for row in 0..<column.count {
      let cell = column[row]
      if cell == .missing || cell.asText == "" {
        builder.appendMissing()
      } else if let value = converted(cell, to: type, &time) {
        builder.append(value)
      } else {
        builder.appendMissing()
        misfits.append((row, cell.words))
      }
    }
    let isEpoch = type == .epochSeconds || type == .epochMilliseconds
    builder.zone = zone ?? (isEpoch ? .utc : time.namedZone.map { Zone(minutes: $0) })
    return (builder.finish(), misfits)
  }

  /// A column of texts that are all points in time, as times; any other column as it is. Times with and
  /// without a zone do not mix.
  static func timesIfAll(_ column: Column, zone: Zone?) -> Column {
    guard case .text(_, let dictionary) = column.values, dictionary.count > 0 else { return column }
    var time = TimestampField(zone: 0)
    for code in 0..<Int32(dictionary.count) {
      let text = dictionary.utf8(code)
      guard let start = text.baseAddress,
        time.parse(FieldBytes(start: start, count: text.count).trimmed) != nil
      else { return column }
    }
    if time.sawNoZone, time.namedZone != nil { return column }
    return ColumnTyping.column(column, as: .time, zone: zone).column
  }

  /// A column of times on a local clock, as moments in the clock's zone; any other column as it is.
  static func located(_ column: Column, zone: Zone?) -> Column {
    guard let zone, case .timestamp(let local, nil) = column.values else { return column }
    let shift = Int64(zone.minutes) * 60_000_000
    let moments = Buffer<Int64>((0..<local.count).map { local[$0] &- shift })
    return Column(column.name, .timestamp(moments, zone: zone), validity: column.validity, unit: column.unit)
  }

  private static func converted(_ cell: Cell, to type: FieldType, _ time: inout TimestampField) -> Cell? {
    if type == .text { return cell.asText }
    switch cell {
    case .text(var text):
      return text.withUTF8 { bytes -> Cell? in
        guard let start = bytes.baseAddress else { return nil }
        let field = FieldBytes(start: start, count: bytes.count).trimmed
        return parsed(field, as: type, &time)
      }
    case .int64(let number): return self.number(Double(number), exact: number, as: type)
    case .float64(let number): return self.number(number, exact: Int64(exactly: number), as: type)
    case .bool: return type == .bool ? cell : nil
    case .timestamp: return type == .time ? cell : nil
    default: return nil
    }
  }

  private static func parsed(_ field: FieldBytes, as type: FieldType, _ time: inout TimestampField) -> Cell? {
    switch type {
    case .bool: PieceColumn.bool(field).map { .bool($0) }
    case .int: NumberField.int(field).map { .int64($0) }
    case .float: NumberField.float(field).map { .float64($0) }
    case .time: time.parse(field).map { .timestamp(Timestamp(microseconds: $0)) }
    case .text: .text(field.string)
    case .epochSeconds, .epochMilliseconds:
      NumberField.float(field).flatMap { number($0, exact: Int64(exactly: $0), as: type) }
    }
  }

  private static func number(_ number: Double, exact: Int64?, as type: FieldType) -> Cell? {
    switch type {
    case .int: exact.map { .int64($0) }
    case .float: .float64(number)
    case .bool: exact == 0 ? .bool(false) : exact == 1 ? .bool(true) : nil
    case .epochSeconds: microseconds(number * 1e6)
    case .epochMilliseconds: microseconds(number * 1e3)
    case .time, .text: nil
    }
  }

  private static func microseconds(_ number: Double) -> Cell? {
    Int64(exactly: number.rounded()).map { .timestamp(Timestamp(microseconds: $0)) }
  }
}

extension FieldType {
  var kind: Kind {
    switch self {
    case .bool: .bool
    case .int: .int64
    case .float: .float64
    case .text: .text
    case .time, .epochSeconds, .epochMilliseconds: .timestamp
    }
  }
}

extension Cell {
  /// The value as a source would have written it.
  package var words: String {
    switch asText {
    case .text(let text): text
    case .image(let image): image.label
    default: ""
    }
  }
}
