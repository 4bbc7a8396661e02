internal import Workers

/// The rows of a table that stay, and where each stretch of them goes.
struct KeptRows: Sendable {
  let bits: Bitmap
  let count: Int
  /// How many rows stay before each stretch of words.
  private let befores: [Int]

  /// Words of the bitmap that are worked on at once.
  private static let stretch = 1 << 10

  init(_ bits: Bitmap) {
    self.bits = bits
    let words = bits.words.values
    let stretches = (words.count + KeptRows.stretch - 1) / KeptRows.stretch
    var befores: [Int] = [], sum = 0
    for s in 0..<stretches {
      befores.append(sum)
      for word in words[s * KeptRows.stretch..<min(words.count, (s + 1) * KeptRows.stretch)] {
        sum += word.nonzeroBitCount
      }
    }
    self.befores = befores
    count = sum
  }

  /// Calls `body` for each run of neighbouring rows that stay, with the place that its first row gets, stretch after
  /// stretch on as many threads as there are.
  @inline(__always)
  func forEachRun(_ body: (_ from: Int, _ to: Int, _ length: Int) -> Void) {
    let words = bits.words.values
    Workers.run(befores.count, grain: 4) { range in
      for s in range {
        var to = befores[s]
        var pending = (from: 0, length: 0)
        for w in s * KeptRows.stretch..<min(words.count, (s + 1) * KeptRows.stretch) {
          var word = words[w]
          var row = w << 6
          while word != 0 {
            let gap = word.trailingZeroBitCount
            row += gap
            word >>= UInt64(gap)
            let length = (~word).trailingZeroBitCount
            if pending.from + pending.length == row {
              pending.length += length
            } else {
              if pending.length > 0 { body(pending.from, to, pending.length) }
              to += pending.length
              pending = (row, length)
            }
            row += length
            word = length == 64 ? 0 : word >> UInt64(length)
          }
        }
        if pending.length > 0 { body(pending.from, to, pending.length) }
      }
    }
  }
}

extension Column {
  /// The values of the rows that stay.
  func keeping(_ rows: KeptRows) -> Column {
    let values: Values =
      switch values {
      case .bool(let bits): .bool(bits.keeping(rows))
      case .int64(let buffer): .int64(buffer.keeping(rows))
      case .float64(let buffer): .float64(buffer.keeping(rows))
      case .timestamp(let buffer, let zone): .timestamp(buffer.keeping(rows), zone: zone)
      case .text(let codes, let dictionary): .text(codes.keeping(rows), dictionary)
      case .image(let codes, let references): .image(codes.keeping(rows), references)
      }
    return Column(name, values, validity: validity?.keeping(rows), unit: unit)
  }
}

extension Buffer where Element: Sendable {
  /// The elements of the rows that stay.
  func keeping(_ rows: KeptRows) -> Buffer {
    let out = Buffer(count: rows.count)
    let from = start, into = out.start
    rows.forEachRun { low, to, length in (into + to).update(from: from + low, count: length) }
    return out
  }
}

extension Bitmap {
  /// The bits of the rows that stay.
  func keeping(_ rows: KeptRows) -> Bitmap {
    let flags = Buffer<Bool>(count: rows.count)
    let from = words.start, into = flags.start
    rows.forEachRun { low, to, length in
      for i in 0..<length { into[to + i] = (from[(low + i) >> 6] >> UInt64((low + i) & 63)) & 1 != 0 }
    }
    return Bitmap(flags: flags)
  }

  /// A set bit for each flag that is set.
  convenience init(flags: Buffer<Bool>) {
    let from = UnsafeMutableRawPointer(flags.start).assumingMemoryBound(to: UInt8.self), count = flags.count
    let words = Buffer<UInt64>(count: Bitmap.wordCount(count))
    let into = words.start
    Workers.run(words.count, grain: 1 << 10) { range in
      for w in range {
        let low = w << 6
        var word: UInt64 = 0
        if low + 64 <= count {
          // Eight flags at a time: the product gathers their lowest bits in the highest byte.
          for part in 0..<8 {
            let eight = UnsafeRawPointer(from + low + part * 8).loadUnaligned(as: UInt64.self)
            word |= ((eight &* 0x0102_0408_1020_4080) >> 56) << UInt64(part * 8)
          }
        } else {
          for row in low..<count { word |= UInt64(from[row]) << UInt64(row - low) }
        }
        into[w] = word
      }
    }
    self.init(words: words, count: count)
  }
}
