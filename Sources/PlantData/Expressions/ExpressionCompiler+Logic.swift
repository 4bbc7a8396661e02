extension ExpressionCompiler {
  /// `and` and `or` in SQL's three-valued logic: false decides an `and` and true an `or`, whatever the other
  /// side is; otherwise what is missing stays missing.
  func logic(_ sign: BinaryOperator, _ left: Syntax, _ right: Syntax) throws -> Plan {
    let a = try plan(left), b = try plan(right)
    try wantCondition(a, left, sign.rawValue)
    try wantCondition(b, right, sign.rawValue)
    // `or` is `and` with everything turned round.
    let flip: UInt64 = sign == .or ? ~0 : 0
    return Plan(kind: .bool) { rows, scratch in
      let x = a.run(rows, scratch), y = b.run(rows, scratch)
      let values = scratch.room(for: UInt64.self)
      let words = Bitmap.wordCount(rows.count)
      let first = x.of(UInt64.self), second = y.of(UInt64.self)
      if x.validity == nil, y.validity == nil {
        for w in 0..<words { values[w] = ((first[w] ^ flip) & (second[w] ^ flip)) ^ flip }
        return Vector(values: values, validity: nil)
      }
      let valid = scratch.room(for: UInt64.self)
      for w in 0..<words {
        let firstValid = x.validity?[w] ?? ~0, secondValid = y.validity?[w] ?? ~0
        let one = first[w] ^ flip, two = second[w] ^ flip
        values[w] = (one & two) ^ flip
        valid[w] = (firstValid & secondValid) | (firstValid & ~one) | (secondValid & ~two)
        // Where one side decides, the other's bits mean nothing.
        let decided = (firstValid & ~one) | (secondValid & ~two)
        values[w] = ((values[w] ^ flip) & ~decided) ^ flip
      }
      return Vector(values: values, validity: UnsafePointer(valid))
    }
  }
}
