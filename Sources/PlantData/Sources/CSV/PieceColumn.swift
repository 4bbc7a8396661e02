/// One column of one piece of a file while it is read. Values are written at their row, so that a row that
/// turns out bad is simply written over by the next.
struct PieceColumn: ~Copyable {
  enum Kind: UInt8 { case unknown, bool, int, float, time, text }

  /// What became of a field.
  enum Outcome { case stored, refused }

  var kind: Kind
  /// The kind was declared: a value that does not fit makes its row bad.
  let isDeclared: Bool
  /// A value did not fit the kind that was found out from earlier ones: the file is read again, as text.
  var isMisfit = false
  var slots: UnsafeMutablePointer<UInt64>
  var valid: UnsafeMutablePointer<Bool>
  var dictionary = TextDictionaryBuilder()
  var time: TimestampField
  let decimal: UInt8

  init(kind: Kind, isDeclared: Bool, capacity: Int, zone: Int, decimal: UInt8) {
    self.kind = kind
    self.isDeclared = isDeclared
    self.decimal = decimal
    slots = .allocate(capacity: max(1, capacity))
    valid = .allocate(capacity: max(1, capacity))
    valid.initialize(repeating: false, count: max(1, capacity))
    time = TimestampField(zone: zone)
  }

  deinit {
    slots.deallocate()
    valid.deallocate()
  }

  @inline(__always)
  mutating func storeMissing(at row: Int) { valid[row] = false }

  @inline(__always)
  mutating func store(_ field: FieldBytes, at row: Int) -> Outcome {
    switch kind {
    case .int: return storeInt(field, at: row)
    case .float: return storeFloat(field, at: row)
    case .text:
      let code = dictionary.code(UnsafeBufferPointer(start: field.start, count: field.count))
      return keep(UInt64(UInt32(bitPattern: code)), at: row)
    case .time:
      guard let micros = time.parse(field.trimmed) else { return misfit(at: row) }
      return keep(UInt64(bitPattern: micros), at: row)
    case .bool:
      guard let bit = PieceColumn.bool(field.trimmed) else { return misfit(at: row) }
      return keep(bit ? 1 : 0, at: row)
    case .unknown: return storeFirst(field, at: row)
    }
  }

  @inline(__always)
  private mutating func keep(_ bits: UInt64, at row: Int) -> Outcome {
    slots[row] = bits
    valid[row] = true
    return .stored
  }

  private mutating func misfit(at row: Int) -> Outcome {
    valid[row] = false
    if isDeclared { return .refused }
    isMisfit = true
    return .stored
  }

  @inline(__always)
  private mutating func storeInt(_ field: FieldBytes, at row: Int) -> Outcome {
    let field = field.trimmed
    if let value = NumberField.int(field), isDeclared || !NumberField.hasLeadingZero(field) {
      return keep(UInt64(bitPattern: value), at: row)
    }
    if isDeclared || !PieceColumn.isInferredFloat(field, decimal) { return misfit(at: row) }
    becomeFloat(rows: row)
    return storeFloat(field, at: row)
  }

  @inline(__always)
  private mutating func storeFloat(_ field: FieldBytes, at row: Int) -> Outcome {
    let field = field.trimmed
    guard let value = NumberField.float(field, decimal: decimal),
      isDeclared || !NumberField.hasLeadingZero(field)
    else { return misfit(at: row) }
    return keep(value.bitPattern, at: row)
  }

  private mutating func storeFirst(_ field: FieldBytes, at row: Int) -> Outcome {
    kind = PieceColumn.kind(of: field, decimal: decimal)
    return store(field, at: row)
  }

  /// Whole numbers so far turn into decimal ones.
  private mutating func becomeFloat(rows: Int) {
    for row in 0..<rows where valid[row] {
      slots[row] = Double(Int64(bitPattern: slots[row])).bitPattern
    }
    kind = .float
  }
}

extension PieceColumn {
  /// What a single value looks like. More than 18 digits or zeros in front make an identifier, not a number.
  static func kind(of field: FieldBytes, decimal: UInt8) -> Kind {
    let field = field.trimmed
    if NumberField.hasLeadingZero(field) { return .text }
    if NumberField.int(field) != nil { return .int }
    if isInferredFloat(field, decimal) { return .float }
    if bool(field) != nil { return .bool }
    var time = TimestampField(zone: 0)
    return time.parse(field) != nil ? .time : .text
  }

  static func isInferredFloat(_ field: FieldBytes, _ decimal: UInt8) -> Bool {
    guard !NumberField.hasLeadingZero(field), NumberField.float(field, decimal: decimal) != nil else {
      return false
    }
    // A long run of digits without a point is a number of something, not an amount.
    return field.count <= 18 || !(0..<field.count).allSatisfy { field[$0] &- 48 < 10 }
  }

  static func bool(_ field: FieldBytes) -> Bool? {
    guard field.count == 4 || field.count == 5 else { return nil }
    switch field.string {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The kind that holds values of both.
  static func joined(_ a: Kind, _ b: Kind) -> Kind {
    if a == b || b == .unknown { return a }
    if a == .unknown { return b }
    return (a == .int && b == .float) || (a == .float && b == .int) ? .float : .text
  }
}
