internal import Report

/// The values of a column as words that are equal exactly where the values are; all missing values are equal.
struct RowKey: Sendable {
  private enum Values: @unchecked Sendable {
    case words(UnsafePointer<UInt64>)
    case numbers(UnsafePointer<Double>)
    case codes(UnsafePointer<Int32>)
    case bits(Bitmap)
  }
  private let values: Values
  private let column: Column

  /// - Throws: a fault for a column of images.
  init(_ column: Column) throws {
    self.column = column
    switch column.values {
    case .int64(let buffer), .timestamp(let buffer, _):
      values = .words(UnsafeRawPointer(buffer.start).assumingMemoryBound(to: UInt64.self))
    case .float64(let buffer): values = .numbers(buffer.start)
    case .text(let codes, _): values = .codes(codes.start)
    case .bool(let bits): values = .bits(bits)
    case .image:
      throw Fault(
        .type, en: "images cannot be compared as keys", zh: "图像不能作为键比较", at: Place(column: column.name))
    }
  }

  @inline(__always)
  private func word(_ row: Int) -> UInt64 {
    switch values {
    case .words(let words): words[row]
    case .numbers(let numbers): RowKey.word(numbers[row])
    case .codes(let codes): UInt64(UInt32(bitPattern: codes[row]))
    case .bits(let bits): bits[row] ? 1 : 0
    }
  }

  /// Zeros of both signs are equal, and so are all that are no numbers.
  @inline(__always)
  static func word(_ number: Double) -> UInt64 {
    number == 0 ? 0 : number.isNaN ? Double.nan.bitPattern : number.bitPattern
  }

  func areEqual(_ a: Int, _ b: Int) -> Bool {
    let isMissing = column.isMissing(a)
    guard isMissing == column.isMissing(b) else { return false }
    return isMissing || word(a) == word(b)
  }

  /// Mixes the values of a run of rows into their hashes.
  func mix(into hashes: UnsafeMutablePointer<UInt64>, _ rows: Range<Int>) {
    switch values {
    case .words(let words): mix(into: hashes, rows) { words[$0] }
    case .numbers(let numbers): mix(into: hashes, rows) { RowKey.word(numbers[$0]) }
    case .codes(let codes): mix(into: hashes, rows) { UInt64(UInt32(bitPattern: codes[$0])) }
    case .bits(let bits): mix(into: hashes, rows) { bits[$0] ? 1 : 0 }
    }
  }

  @inline(__always)
  private func mix(
    into hashes: UnsafeMutablePointer<UInt64>, _ rows: Range<Int>, _ word: (Int) -> UInt64
  ) {
    let missing: UInt64 = 0x9E37_79B9_7F4A_7C15
    if let validity = column.validity {
      for row in rows {
        hashes[row] = TextHash.mix(hashes[row] &* 31 &+ (validity[row] ? word(row) : missing))
      }
    } else {
      for row in rows { hashes[row] = TextHash.mix(hashes[row] &* 31 &+ word(row)) }
    }
  }
}
