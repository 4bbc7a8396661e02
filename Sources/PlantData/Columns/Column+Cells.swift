extension Column {
  /// The value of one row; rows count from 0 inside Swift.
  public subscript(row: Int) -> Cell {
    precondition(row >= 0 && row < count, "Column: row outside the column")
    guard !isMissing(row) else { return .missing }
    return switch values {
    case .bool(let bits): .bool(bits[row])
    case .int64(let buffer): .int64(buffer.start[row])
    case .float64(let buffer): .float64(buffer.start[row])
    case .text(let codes, let dictionary): .text(dictionary[codes.start[row]])
    case .timestamp(let buffer, _): .timestamp(Timestamp(microseconds: buffer.start[row]))
    case .image(let codes, let references): .image(references[Int(codes.start[row])])
    }
  }

  /// All values, for tests and short columns.
  public var cells: [Cell] { (0..<count).map { self[$0] } }

  /// A column from values at hand: `Column("speed", [11.4, nil, 12.0])`.
  ///
  /// The kind follows from the first value that is not missing; whole numbers among others count as numbers.
  public convenience init(_ name: String, _ cells: [Cell], zone: Zone? = nil, unit: Unit? = nil) {
    let kinds = Set(cells.compactMap(\.kind))
    let kind: Kind =
      kinds == [.int64, .float64] ? .float64 : cells.lazy.compactMap(\.kind).first ?? .float64
    let builder = ColumnBuilder(name, kind, zone: zone, unit: unit, capacity: cells.count)
    for cell in cells { builder.append(cell) }
    let done = builder.finish()
    self.init(name, done.values, validity: done.validity, unit: unit)
  }
}

extension Cell {
  public var kind: Kind? {
    switch self {
    case .missing: nil
    case .bool: .bool
    case .int64: .int64
    case .float64: .float64
    case .text: .text
    case .timestamp: .timestamp
    case .image: .image
    }
  }
}

extension Column {
  /// A column that has no value in any row.
  public static func missing(_ name: String, _ kind: Kind, count: Int, unit: Unit? = nil) -> Column {
    let values: Values =
      switch kind {
      case .bool: .bool(Bitmap(repeating: false, count: count))
      case .int64: .int64(Buffer(repeating: 0, count: count))
      case .float64: .float64(Buffer(repeating: 0, count: count))
      case .timestamp: .timestamp(Buffer(repeating: 0, count: count), zone: nil)
      case .text: .text(Buffer(repeating: 0, count: count), TextDictionary([]))
      case .image: .image(Buffer(repeating: 0, count: count), [])
      }
    return Column(name, values, validity: Bitmap(repeating: false, count: count), unit: unit)
  }

  /// A column with the same value in every row.
  convenience init(_ name: String = "", repeating cell: Cell, count: Int, zone: Zone? = nil) {
    let values: Values? =
      switch cell {
      case .missing: nil
      case .bool(let value): .bool(Bitmap(repeating: value, count: count))
      case .int64(let value): .int64(Buffer(repeating: value, count: count))
      case .float64(let value): .float64(Buffer(repeating: value, count: count))
      case .timestamp(let value): .timestamp(Buffer(repeating: value.microseconds, count: count), zone: zone)
      case .text(let value): .text(Buffer(repeating: 0, count: count), TextDictionary([value]))
      case .image(let value): .image(Buffer(repeating: 0, count: count), [value])
      }
    if let values {
      self.init(name, values)
    } else {
      let none = Column.missing(name, .float64, count: count)
      self.init(name, none.values, validity: none.validity)
    }
  }
}
