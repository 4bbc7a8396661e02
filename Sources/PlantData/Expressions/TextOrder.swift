/// Texts in the order of their code points, as databases sort without a collation.
enum TextOrder {
  /// Negative, zero or positive, as `a` comes before, with or after `b`.
  static func compare(_ a: String, _ b: String) -> Int {
    var one = a.utf8.makeIterator(), two = b.utf8.makeIterator()
    while true {
      switch (one.next(), two.next()) {
      case (nil, nil): return 0
      case (nil, _): return -1
      case (_, nil): return 1
      case (let x?, let y?): if x != y { return x < y ? -1 : 1 }
      }
    }
  }

  static func compare(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
    for i in 0..<min(a.count, b.count) where a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
    return a.count - b.count
  }
}

extension TextDictionary {
  /// For each code, the place of its text among all in order.
  var ranks: Buffer<Int32> {
    let order = (0..<Int32(count)).sorted { TextOrder.compare(utf8($0), utf8($1)) < 0 }
    let ranks = Buffer<Int32>(repeating: 0, count: max(1, count))
    for (rank, code) in order.enumerated() { ranks.start[Int(code)] = Int32(rank) }
    return ranks
  }
}
