internal import Report

extension Table {
  /// The rows in order of the keys; rows that are alike keep their order, missing values come last.
  ///
  /// - Throws: a fault for a column that is not there or holds images.
  public func sort(by keys: [SortKey]) throws -> Table {
    let order = try sortedRows(by: keys)
    return taking(order)
  }

  public func sort(_ columns: String..., descending: Bool = false) throws -> Table {
    try sort(by: columns.map { SortKey($0, descending: descending) })
  }

  func sortedRows(by keys: [SortKey]) throws -> Buffer<Int32> {
    let columns = try keys.map { (words: try column($0.column).sortWords(), descending: $0.descending) }
    let order = Buffer<Int32>(count: rowCount)
    for row in 0..<rowCount { order.start[row] = Int32(row) }
    // From the last key to the first: each pass keeps the order of the one before among equals.
    for key in columns.reversed() {
      try Interruption.check()
      RadixSort.sort(order, by: key.words, descending: key.descending)
    }
    return order
  }
}

extension Column {
  /// A number for each row whose order is the order of the values, and which rows have none.
  package func sortWords() throws -> (words: Buffer<UInt64>, validity: Bitmap?) {
    let out = Buffer<UInt64>(count: count)
    let signBit: UInt64 = 1 << 63
    switch values {
    case .bool(let bits): for i in 0..<count { out.start[i] = bits[i] ? 1 : 0 }
    case .int64(let buffer), .timestamp(let buffer, _):
      for i in 0..<count { out.start[i] = UInt64(bitPattern: buffer.start[i]) ^ signBit }
    case .float64(let buffer):
      for i in 0..<count {
        let value = buffer.start[i]
        let bits = (value == 0 ? 0 : value).bitPattern
        out.start[i] = value.isNaN ? ~0 : bits & signBit != 0 ? ~bits : bits | signBit
      }
    case .text(let codes, let dictionary):
      let ranks = dictionary.ranks
      for i in 0..<count { out.start[i] = UInt64(ranks.start[Int(codes.start[i])]) }
    case .image:
      throw Fault(
        .type, en: "images have no order to sort by", zh: "图像无法排序", at: Place(column: name))
    }
    return (out, validity)
  }
}
