/// Fills one column value by value, as a reader meets them.
///
///     let speed = ColumnBuilder("speed", .float64, unit: Unit("m/s"))
///     speed.append(11.4)
///     speed.appendMissing()
///     let column = speed.finish()
///
/// Not for use by two threads at once: readers that work in pieces build a column for each piece and join
/// them with `Column.joining`.
public final class ColumnBuilder {
  public var name: String
  public let kind: Kind
  public var unit: Unit?
  public var zone: Zone?
  public private(set) var count = 0

  private var bits: GrowingBitmap
  private var floats: GrowingBuffer<Double>
  private var integers: GrowingBuffer<Int64>
  private var codes: GrowingBuffer<Int32>
  private var dictionary = TextDictionaryBuilder()
  private var references: [ImageReference] = []
  private var codeOfReference: [ImageReference: Int32] = [:]
  private var validity = GrowingBitmap()
  private var hasMissing = false

  public init(_ name: String, _ kind: Kind, zone: Zone? = nil, unit: Unit? = nil, capacity: Int = 0) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.zone = zone
    bits = GrowingBitmap(capacity: kind == .bool ? capacity : 0)
    floats = GrowingBuffer(capacity: kind == .float64 ? capacity : 0)
    integers = GrowingBuffer(capacity: kind == .int64 || kind == .timestamp ? capacity : 0)
    codes = GrowingBuffer(capacity: kind == .text || kind == .image ? capacity : 0)
  }

  /// Counts one row; the validity bits begin with the first row that is missing.
  @inline(__always)
  private func note(valid: Bool) {
    if hasMissing {
      validity.append(valid)
    } else if !valid {
      validity.append(repeating: true, count: count)
      validity.append(false)
      hasMissing = true
    }
    count += 1
  }

  @inline(__always)
  public func append(_ value: Double) {
    precondition(kind == .float64, "ColumnBuilder: a number for another kind of column")
    floats.append(value)
    note(valid: true)
  }

  @inline(__always)
  public func append(_ value: Int64) {
    precondition(kind == .int64, "ColumnBuilder: an integer for another kind of column")
    integers.append(value)
    note(valid: true)
  }

  @inline(__always)
  public func append(_ value: Bool) {
    precondition(kind == .bool, "ColumnBuilder: a bool for another kind of column")
    bits.append(value)
    note(valid: true)
  }

  @inline(__always)
  public func append(_ value: Timestamp) {
    precondition(kind == .timestamp, "ColumnBuilder: a time for another kind of column")
    integers.append(value.microseconds)
    note(valid: true)
  }

  /// Appends a text from its UTF-8 bytes, without making a `String`.
  @inline(__always)
  public func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    precondition(kind == .text, "ColumnBuilder: a text for another kind of column")
    codes.append(dictionary.code(text))
    note(valid: true)
  }

  public func append(_ text: String) {
    var text = text
    text.withUTF8 { append(utf8: $0) }
  }

  public func append(_ reference: ImageReference) {
    precondition(kind == .image, "ColumnBuilder: an image for another kind of column")
    let next = Int32(references.count)
    let code = codeOfReference[reference] ?? next
    if code == next {
      references.append(reference)
      codeOfReference[reference] = code
    }
    codes.append(code)
    note(valid: true)
  }

  public func appendMissing() {
    switch kind {
    case .bool: bits.append(false)
    case .float64: floats.append(0)
    case .int64, .timestamp: integers.append(0)
    case .text, .image: codes.append(0)
    }
    note(valid: false)
  }

  /// Appends a value whose kind is the column's own, an integer for a column of numbers, or nothing.
  public func append(_ cell: Cell) {
    switch cell {
    case .missing: appendMissing()
    case .bool(let value): append(value)
    case .int64(let value): if kind == .float64 { append(Double(value)) } else { append(value) }
    case .float64(let value): append(value)
    case .text(let value): append(value)
    case .timestamp(let value): append(value)
    case .image(let value): append(value)
    }
  }

  /// The column so far; the builder starts anew.
  public func finish() -> Column {
    let values: Column.Values =
      switch kind {
      case .bool: .bool(bits.finish())
      case .float64: .float64(floats.finish())
      case .int64: .int64(integers.finish())
      case .timestamp: .timestamp(integers.finish(), zone: zone)
      case .text: .text(codes.finish(), TextDictionary(finishing: &dictionary))
      case .image: .image(codes.finish(), references)
      }
    let valid = hasMissing ? validity.finish() : nil
    hasMissing = false
    count = 0
    references = []
    codeOfReference = [:]
    return Column(name, values, validity: valid, unit: unit)
  }
}
