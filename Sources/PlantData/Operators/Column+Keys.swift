internal import Report

extension Column {
  var dictionary: TextDictionary? {
    if case .text(_, let dictionary) = values { dictionary } else { nil }
  }

  /// A bound for the key words, where one is known.
  var keyBound: Int? {
    switch values {
    case .bool: 2
    case .text(_, let dictionary): max(1, dictionary.count)
    default: nil
    }
  }

  /// A 64-bit word for each row, the same for equal values.
  ///
  /// - Parameter dictionary: for texts, the one whose codes are wanted; a text it does not hold gives all ones.
  func keyWords(in dictionary: TextDictionary? = nil) throws -> Buffer<UInt64> {
    let out = Buffer<UInt64>(count: count)
    switch values {
    case .bool(let bits): for i in 0..<count { out.start[i] = bits[i] ? 1 : 0 }
    case .int64(let buffer), .timestamp(let buffer, _):
      for i in 0..<count { out.start[i] = UInt64(bitPattern: buffer.start[i]) }
    case .float64(let buffer):
      for i in 0..<count {
        let value = buffer.start[i]
        out.start[i] = value == 0 ? 0 : value.isNaN ? Double.nan.bitPattern : value.bitPattern
      }
    case .text(let codes, let own):
      guard let dictionary, dictionary !== own else {
        for i in 0..<count { out.start[i] = UInt64(codes.start[i]) }
        break
      }
      let known = Buffer<UInt64>(repeating: ~0, count: max(1, own.count))
      for code in 0..<own.count {
        if let other = dictionary.code(of: own.utf8(Int32(code))) { known.start[code] = UInt64(other) }
      }
      for i in 0..<count { out.start[i] = known.start[Int(codes.start[i])] }
    case .image:
      throw Fault(
        .type, en: "images cannot be compared as keys", zh: "图像不能作为键比较", at: Place(column: name))
    }
    return out
  }

  /// The same values as numbers, when they are integers.
  var asNumbers: Column {
    guard case .int64(let buffer) = values else { return self }
    let out = Buffer<Double>(count: count)
    for i in 0..<count { out.start[i] = Double(buffer.start[i]) }
    return Column(name, .float64(out), validity: validity, unit: unit)
  }
}
