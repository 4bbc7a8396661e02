internal import Report
internal import Workers

/// A step of a compiled expression: what kind of values it gives, and how to compute them for a run of rows.
struct Plan: Sendable {
  typealias Run = @Sendable (_ rows: Range<Int>, _ scratch: Scratch) -> Vector

  var kind: Kind
  var unit: Unit?
  var zone: Zone?
  /// What the codes mean, for texts.
  var dictionary: TextDictionary?
  /// The value, when it is the same in every row.
  var constant: Cell?
  var run: Run

  /// Is it `nil`, which fits every kind?
  var isNull: Bool { constant == .missing }

  /// The kind in words, for faults.
  var described: Text {
    switch kind {
    case .bool: Text(en: "a condition", zh: "条件")
    case .int64, .float64:
      Text(en: "a number", zh: "数值") + Text(unit.map { " (\($0.symbol))" } ?? "")
    case .text: Text(en: "a text", zh: "文本")
    case .timestamp: Text(en: "a time", zh: "时间")
    case .image: Text(en: "an image", zh: "图像")
    }
  }
}

extension Plan {
  /// Computes all rows, in runs, on as many threads as there are.
  func column(_ name: String, rows: Int) throws -> Column {
    let valid = Buffer<UInt64>(count: Bitmap.wordCount(rows))
    let out: Column.Values
    switch kind {
    case .bool:
      let words = Buffer<UInt64>(count: Bitmap.wordCount(rows))
      try fill(rows, valid) { vector, run in
        let count = Bitmap.wordCount(run.count)
        (words.start + run.lowerBound >> 6).update(from: vector.of(UInt64.self), count: count)
      }
      out = .bool(Bitmap(words: words, count: rows))
    case .float64: out = .float64(try gather(rows, valid))
    case .int64: out = .int64(try gather(rows, valid))
    case .timestamp: out = .timestamp(try gather(rows, valid), zone: zone)
    case .text: out = .text(try gather(rows, valid), dictionary ?? TextDictionary([]))
    case .image: preconditionFailure("Plan: an image is no result")
    }
    return Column(name, out, validity: Bitmap(words: valid, count: rows), unit: unit)
  }

  private func gather<Element: BitwiseCopyable>(
    _ rows: Int, _ valid: Buffer<UInt64>
  ) throws -> Buffer<Element> {
    let out = Buffer<Element>(count: rows)
    try fill(rows, valid) { vector, run in
      (out.start + run.lowerBound).update(from: vector.of(Element.self), count: run.count)
    }
    return out
  }

  private func fill(
    _ rows: Int, _ valid: Buffer<UInt64>, _ keep: @Sendable (Vector, Range<Int>) -> Void
  ) throws {
    let runs = (rows + Scratch.rows - 1) / Scratch.rows
    Workers.run(runs, grain: 8) { range in
      let scratch = Scratch()
      for r in range {
        if Interruption.isRequested { return }
        let run = r * Scratch.rows..<min(rows, (r + 1) * Scratch.rows)
        scratch.reset()
        let vector = self.run(run, scratch)
        keep(vector, run)
        let words = valid.start + run.lowerBound >> 6
        if let validity = vector.validity {
          words.update(from: validity, count: Bitmap.wordCount(run.count))
        } else {
          words.update(repeating: ~0, count: Bitmap.wordCount(run.count))
        }
      }
    }
    try Interruption.check()
  }
}

extension Plan {
  /// The values of a column as they stand.
  init(_ column: Column) {
    let base: UnsafeRawPointer
    let stride: Int
    switch column.values {
    case .bool(let bits): (base, stride) = (UnsafeRawPointer(bits.words.start), 0)
    case .int64(let buffer), .timestamp(let buffer, _): (base, stride) = (UnsafeRawPointer(buffer.start), 8)
    case .float64(let buffer): (base, stride) = (UnsafeRawPointer(buffer.start), 8)
    case .text(let codes, _), .image(let codes, _): (base, stride) = (UnsafeRawPointer(codes.start), 4)
    }
    var dictionary: TextDictionary?
    if case .text(_, let own) = column.values { dictionary = own }
    let place = UInt(bitPattern: base)
    self.init(kind: column.kind, unit: column.unit, zone: column.zone, dictionary: dictionary) { rows, _ in
      withExtendedLifetime(column) {
        let low = rows.lowerBound
        let offset = stride == 0 ? low >> 3 : low * stride
        let values = UnsafeRawPointer(bitPattern: place + UInt(offset))
        guard let values else { preconditionFailure("Plan: a column without memory") }
        return Vector(
          values: values, validity: column.validity.map { UnsafePointer($0.words.start + low >> 6) })
      }
    }
  }

  /// The same value in every row.
  init(constant cell: Cell, unit: Unit? = nil, zone: Zone? = nil) {
    let column = Column(repeating: cell, count: Scratch.rows, zone: zone)
    let one = Plan(column)
    self.init(
      kind: column.kind, unit: unit, zone: zone, dictionary: one.dictionary, constant: cell
    ) { rows, scratch in one.run(0..<rows.count, scratch) }
  }

  /// A step of one argument whose result is missing where the argument is.
  init(
    _ kind: Kind, unit: Unit? = nil, zone: Zone? = nil, dictionary: TextDictionary? = nil, of argument: Plan,
    _ kernel: @escaping UnaryKernel
  ) {
    self.init(kind: kind, unit: unit, zone: zone, dictionary: dictionary) { rows, scratch in
      let a = argument.run(rows, scratch)
      let out = scratch.room(for: UInt64.self)
      kernel(a.values, out, rows.count)
      return Vector(values: out, validity: a.validity)
    }
  }

  /// A step of two arguments whose result is missing where either is.
  init(
    _ kind: Kind, unit: Unit? = nil, zone: Zone? = nil, dictionary: TextDictionary? = nil, of first: Plan,
    _ second: Plan, _ kernel: @escaping BinaryKernel
  ) {
    self.init(kind: kind, unit: unit, zone: zone, dictionary: dictionary) { rows, scratch in
      let a = first.run(rows, scratch)
      let b = second.run(rows, scratch)
      let out = scratch.room(for: UInt64.self)
      kernel(a.values, b.values, out, rows.count)
      return Vector(values: out, validity: bothValid(a, b, scratch, rows.count))
    }
  }

  init(
    kind: Kind, unit: Unit? = nil, zone: Zone? = nil, dictionary: TextDictionary? = nil, run: @escaping Run
  ) {
    self.init(
      kind: kind, unit: unit, zone: zone, dictionary: dictionary, constant: nil, run: run)
  }

  /// The same values read as another kind without a change of bits, or with another unit.
  func described(as kind: Kind? = nil, unit: Unit?) -> Plan {
    var plan = self
    plan.kind = kind ?? self.kind
    plan.unit = unit
    return plan
  }

  /// Integers as numbers; numbers as they are.
  var asNumber: Plan {
    guard kind == .int64 else { return self }
    if case .int64(let value) = constant { return Plan(constant: .float64(Double(value)), unit: unit) }
    return Plan(.float64, unit: unit, of: self, Kernel.map { (a: Int64) in Double(a) })
  }
}
