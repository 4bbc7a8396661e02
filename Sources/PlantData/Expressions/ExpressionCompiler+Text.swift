internal import Report

extension ExpressionCompiler {
  /// A text turned into another: each distinct text once, then a look-up for every row.
  func mapTexts(_ a: Plan, _ change: (String) -> String) -> Plan {
    var builder = TextDictionaryBuilder()
    let codes = (a.dictionary?.texts ?? []).map { builder.code(change($0)) }
    let dictionary = TextDictionary(finishing: &builder)
    if case .text(let text) = a.constant { return Plan(constant: .text(change(text))) }
    return renumbered(a, Buffer(codes + [0]), dictionary)
  }

  /// A text in capital or small letters. Those of ASCII are changed byte by byte.
  func mapCase(_ a: Plan, toUpper: Bool) -> Plan {
    let change = { (text: String) in toUpper ? text.uppercased() : text.lowercased() }
    if case .text(let text) = a.constant { return Plan(constant: .text(change(text))) }
    var builder = TextDictionaryBuilder()
    let first = UInt8(ascii: toUpper ? "a" : "A")
    let count = a.dictionary?.count ?? 0
    let codes = Buffer<Int32>(repeating: 0, count: count + 1)
    var letters: [UInt8] = []
    for code in 0..<count {
      guard let text = a.dictionary?.utf8(Int32(code)) else { break }
      guard text.allSatisfy({ $0 < 128 }) else {
        codes.start[code] = builder.code(change(String(decoding: text, as: UTF8.self)))
        continue
      }
      letters.removeAll(keepingCapacity: true)
      for byte in text { letters.append(byte &- first < 26 ? byte ^ 32 : byte) }
      codes.start[code] = letters.withUnsafeBufferPointer { builder.code($0) }
    }
    return renumbered(a, codes, TextDictionary(finishing: &builder))
  }

  /// The same texts with codes of another dictionary.
  func renumbered(_ a: Plan, _ codes: Buffer<Int32>, _ dictionary: TextDictionary) -> Plan {
    Plan(.text, dictionary: dictionary, of: a) { from, out, count in
      let from = from.assumingMemoryBound(to: Int32.self)
      let out = out.assumingMemoryBound(to: Int32.self)
      for i in 0..<count { out[i] = codes.start[Int(from[i])] }
    }
  }

  /// A whole number for each text.
  func perText(_ a: Plan, _ measure: (String) -> Int64) -> Plan {
    let values = Buffer<Int64>((a.dictionary?.texts ?? []).map(measure) + [0])
    return Plan(.int64, of: a) { from, out, count in
      let from = from.assumingMemoryBound(to: Int32.self)
      let out = out.assumingMemoryBound(to: Int64.self)
      for i in 0..<count { out[i] = values.start[Int(from[i])] }
    }
  }

  /// A yes or no for each text.
  func testTexts(_ a: Plan, _ test: (String) -> Bool) -> Plan {
    let answers = Buffer<Bool>((a.dictionary?.texts ?? []).map(test) + [false])
    return Plan(.bool, of: a, Kernel.test { (code: Int32) in answers.start[Int(code)] })
  }

  /// Two texts compared by their letters' code points.
  func textComparison(_ sign: BinaryOperator, _ a: Plan, _ b: Plan) -> Plan {
    if case .text(let text) = b.constant { return testTexts(a) { compare($0, text, sign) } }
    if case .text(let text) = a.constant { return testTexts(b) { compare(text, $0, sign) } }
    let ranks = commonRanks(a.dictionary, b.dictionary)
    let first = ranks.first, second = ranks.second
    let kernel: BinaryKernel =
      switch sign {
      case .less: Kernel.test { (x: Int32, y: Int32) in first.start[Int(x)] < second.start[Int(y)] }
      case .greater: Kernel.test { (x: Int32, y: Int32) in first.start[Int(x)] > second.start[Int(y)] }
      case .lessOrEqual: Kernel.test { (x: Int32, y: Int32) in first.start[Int(x)] <= second.start[Int(y)] }
      case .greaterOrEqual:
        Kernel.test { (x: Int32, y: Int32) in first.start[Int(x)] >= second.start[Int(y)] }
      case .equal: Kernel.test { (x: Int32, y: Int32) in first.start[Int(x)] == second.start[Int(y)] }
      default: Kernel.test { (x: Int32, y: Int32) in first.start[Int(x)] != second.start[Int(y)] }
      }
    return Plan(.bool, of: a, b, kernel)
  }

  private func compare(_ a: String, _ b: String, _ sign: BinaryOperator) -> Bool {
    let order = TextOrder.compare(a, b)
    return switch sign {
    case .less: order < 0
    case .greater: order > 0
    case .lessOrEqual: order <= 0
    case .greaterOrEqual: order >= 0
    case .equal: order == 0
    default: order != 0
    }
  }

  /// The place of each text of two dictionaries in one common order.
  private func commonRanks(
    _ a: TextDictionary?, _ b: TextDictionary?
  ) -> (first: Buffer<Int32>, second: Buffer<Int32>) {
    let first = a?.texts ?? [], second = b?.texts ?? []
    var builder = TextDictionaryBuilder()
    let firstCodes = first.map { builder.code($0) }, secondCodes = second.map { builder.code($0) }
    let ranks = TextDictionary(finishing: &builder).ranks
    return (
      Buffer(firstCodes.map { ranks.start[Int($0)] } + [0]),
      Buffer(secondCodes.map { ranks.start[Int($0)] } + [0])
    )
  }

  /// `a .. b`: made row by row at once, since every row may give a text of its own.
  func concatenation(_ a: Plan, _ b: Plan, _ left: Syntax, _ right: Syntax) throws -> Plan {
    for (plan, syntax) in [(a, left), (b, right)] where plan.kind == .image {
      throw wrongKind(plan, syntax, "..", Text(en: "a text or a number", zh: "文本或数值"))
    }
    let rows = table.rowCount
    let first = try a.column("", rows: rows), second = try b.column("", rows: rows)
    let builder = ColumnBuilder("", .text, capacity: rows)
    for row in 0..<rows {
      if row & 0xFFFF == 0 { try Interruption.check() }
      let x = first[row], y = second[row]
      if x == .missing || y == .missing {
        builder.appendMissing()
      } else {
        builder.append(x.plainText(in: first.zone) + y.plainText(in: second.zone))
      }
    }
    return Plan(builder.finish())
  }
}
