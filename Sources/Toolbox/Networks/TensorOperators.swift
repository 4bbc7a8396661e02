internal import LuaBridge
internal import Report
internal import Tensors

var tensorType: [any Item] {
  [
    ObjectType(
      Tensor.self, Text(en: "numbers in rows, columns and further axes", zh: "多维数组"),
      given: "t = tensor.new { { 1, 2 }, { 3, 4 } }")
  ]
}

/// `t + 1`, `t * u`, `-t`, `t ^ 2`, `#t`, `t[1]`.
var tensorOperators: [any Item] {
  [
    arithmetic(.add, Text(en: "sum, value by value", zh: "逐元素相加"), "return t + 1") { try $0 + $1 },
    arithmetic(.subtract, Text(en: "difference, value by value", zh: "逐元素相减"), "return t - 1") {
      try $0 - $1
    },
    arithmetic(.multiply, Text(en: "product, value by value", zh: "逐元素相乘"), "return t * t") { try $0 * $1 },
    arithmetic(.divide, Text(en: "quotient, value by value", zh: "逐元素相除"), "return 1 / t") { try $0 / $1 },
    arithmetic(.power, Text(en: "power, value by value", zh: "逐元素乘方"), "return t ^ 2") { try .power($0, $1) },
    Operator(
      of: Tensor.self, .negate, Text(en: "the other sign", zh: "取负"), example: "return -t"
    ) { (tensor: Tensor) in -tensor },
    Operator(
      of: Tensor.self, .count, Text(en: "size of the first axis", zh: "第一轴的大小"), example: "return #t"
    ) { (tensor: Tensor) in tensor.shape.first ?? 0 },
    DynamicFields(
      of: Tensor.self, Text(en: "t[i]: row i; a number where the rows are numbers", zh: "t[i]：第 i 行；一维时为数"),
      example: "return t[1]", names: { _ in [] }
    ) { (tensor: Tensor, key: LuaKey) -> LuaValue? in
      guard case .int(let place) = key, tensor.rank > 0 else { return nil }
      guard 1...max(1, tensor.shape[0]) ~= place, tensor.shape[0] > 0 else { return nil }
      if tensor.rank == 1 { return .number(Double(try tensor.element(at: [place - 1]))) }
      let row = try tensor.slice(place - 1..<place).reshaped(Shape(tensor.shape.dropFirst()))
      return .object(LuaObject(row))
    },
  ]
}

private func arithmetic(
  _ symbol: Operator.Symbol, _ summary: Text, _ example: String,
  _ body: @escaping (Tensor, Tensor) throws -> Tensor
) -> Operator {
  Operator(of: Tensor.self, symbol, summary, example: example) {
    (left: Operand<Tensor>, right: Operand<Tensor>) in try body(left.tensor, right.tensor)
  }
}
