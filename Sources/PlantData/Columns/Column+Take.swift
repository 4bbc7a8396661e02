internal import Workers

extension Column {
  /// The values of these rows, in this order; row -1 gives a missing value when `orMissing` says so.
  package func taking(_ rows: Buffer<Int32>, orMissing: Bool = false) -> Column {
    let values: Values =
      switch values {
      case .bool(let bits): .bool(bits.taking(rows))
      case .int64(let buffer): .int64(buffer.taking(rows, absent: 0))
      case .float64(let buffer): .float64(buffer.taking(rows, absent: 0))
      case .timestamp(let buffer, let zone): .timestamp(buffer.taking(rows, absent: 0), zone: zone)
      case .text(let codes, let dictionary): .text(codes.taking(rows, absent: 0), dictionary)
      case .image(let codes, let references): .image(codes.taking(rows, absent: 0), references)
      }
    var valid = validity?.taking(rows)
    if orMissing, valid == nil {
      let places = rows.start
      valid = Bitmap(count: rows.count) { places[$0] >= 0 }
    }
    return Column(name, values, validity: valid, unit: unit)
  }
}

extension Buffer where Element: Sendable {
  /// The elements at these places; a negative place gives `absent`.
  func taking(_ rows: Buffer<Int32>, absent: Element) -> Buffer {
    let out = Buffer(count: rows.count)
    let from = start, into = out.start, places = rows.start
    Workers.run(rows.count, grain: 1 << 16) { range in
      for i in range {
        let place = places[i]
        into[i] = place < 0 ? absent : from[Int(place)]
      }
    }
    return out
  }
}

extension Bitmap {
  /// The bits at these rows; row -1 gives a bit that is not set.
  func taking(_ rows: Buffer<Int32>) -> Bitmap {
    let from = words.start, places = rows.start
    return Bitmap(count: rows.count) { i in
      let place = Int(places[i])
      return place >= 0 && (from[place >> 6] >> UInt64(place & 63)) & 1 != 0
    }
  }

  /// The rows for which `test` holds.
  @inline(__always)
  convenience init(count: Int, where test: (Int) -> Bool) {
    let words = Buffer<UInt64>(count: Bitmap.wordCount(count))
    let into = words.start
    Workers.run(words.count, grain: 1 << 10) { range in
      for w in range {
        let low = w << 6, high = min(count, low + 64)
        var word: UInt64 = 0
        for row in low..<high { word |= (test(row) ? 1 : 0) << UInt64(row - low) }
        into[w] = word
      }
    }
    self.init(words: words, count: count)
  }
}
