/// An expression as it was written: a tree, each part knowing its place in the text.
indirect enum Syntax: Sendable, Hashable {
  case integer(Int64, Range<Int>)
  case number(Double, Range<Int>)
  case text(String, Range<Int>)
  case bool(Bool, Range<Int>)
  case null(Range<Int>)
  case column(String, Range<Int>)
  case unary(UnaryOperator, Syntax, Range<Int>)
  case binary(BinaryOperator, Syntax, Syntax, Range<Int>)
  /// The range is that of the function's name.
  case call(String, [Syntax], Range<Int>)
}

enum UnaryOperator: String, Sendable, CaseIterable {
  case negate = "-"
  case not = "not"
  case length = "#"
}

enum BinaryOperator: String, Sendable, CaseIterable {
  case or, and
  case less = "<"
  case greater = ">"
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case notEqual = "~="
  case equal = "=="
  case concatenate = ".."
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
  case power = "^"

  /// How tightly it binds to its left and to its right (Lua 5.4 reference manual, 3.4.8).
  var binding: (left: Int, right: Int) {
    switch self {
    case .or: (1, 1)
    case .and: (2, 2)
    case .less, .greater, .lessOrEqual, .greaterOrEqual, .notEqual, .equal: (3, 3)
    case .concatenate: (9, 8)
    case .add, .subtract: (10, 10)
    case .multiply, .divide, .floorDivide, .remainder: (11, 11)
    case .power: (14, 13)
    }
  }

  var isComparison: Bool { binding.left == 3 }
}

extension Syntax {
  /// The place of the whole part in the text.
  var range: Range<Int> {
    switch self {
    case .integer(_, let range), .number(_, let range), .text(_, let range), .bool(_, let range),
      .null(let range), .column(_, let range):
      return range
    case .unary(_, let operand, let sign): return sign.lowerBound..<operand.range.upperBound
    case .binary(_, let left, let right, _): return left.range.lowerBound..<right.range.upperBound
    case .call(_, let arguments, let name):
      return name.lowerBound..<max(name.upperBound, (arguments.last?.range.upperBound ?? name.upperBound) + 1)
    }
  }

  /// The parts this one is made of.
  var parts: [Syntax] {
    switch self {
    case .unary(_, let operand, _): [operand]
    case .binary(_, let left, let right, _): [left, right]
    case .call(_, let arguments, _): arguments
    default: []
    }
  }

  /// The columns it reads, each once, in order of appearance.
  var columns: [String] {
    if case .column(let name, _) = self { return [name] }
    var seen: Set<String> = []
    return parts.flatMap(\.columns).filter { seen.insert($0).inserted }
  }

  /// What sums up many rows in it: `mean` in `speed > mean(speed)`.
  var aggregates: Set<Aggregate> {
    var found = parts.reduce(into: Set<Aggregate>()) { $0.formUnion($1.aggregates) }
    if case .call(let name, let arguments, _) = self, let aggregate = Aggregate(rawValue: name),
      arguments.count <= 1
    {
      found.insert(aggregate)
    }
    return found
  }

  var hasAggregate: Bool { !aggregates.isEmpty }
}
