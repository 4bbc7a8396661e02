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
