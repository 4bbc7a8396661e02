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

/// `t + 1`, `t * u`, `-t`, `t ^ 2`, `t % 2`, `#t`, `t[1]`, `pairs(t)`.
var tensorOperators: [any Item] {
  [
    arithmetic(.add, Text(en: "sum, value by value", zh: "逐元素相加"), "return t + 1") { try $0 + $1 },
    arithmetic(.subtract, Text(en: "difference, value by value", zh: "逐元素相减"), "return t - 1") {
      try $0 - $1
    },
    arithmetic(.multiply, Text(en: "product, value by value", zh: "逐元素相乘"), "return t * t") { try $0 * $1 },
    arithmetic(.divide, Text(en: "quotient, value by value", zh: "逐元素相除"), "return 1 / t") { try $0 / $1 },
    arithmetic(.power, Text(en: "power, value by value", zh: "逐元素乘方"), "return t ^ 2") { try .power($0, $1) },
    arithmetic(.remainder, Text(en: "remainder, value by value", zh: "逐元素取余"), "return t % 2") {
      try .remainder($0, $1)
    },
    arithmetic(.floorDivide, Text(en: "quotient, rounded down", zh: "逐元素相除并向下取整"), "return t // 2") {
      try .floorDivide($0, $1)
    },
    Operator(
      of: Tensor.self, .negate, Text(en: "the other sign", zh: "取负"), example: "return -t"
    ) { (tensor: Tensor) in -tensor },
    Operator(
      of: Tensor.self, .count, Text(en: "size of the first axis", zh: "第一轴的大小"), example: "return #t"
    ) { (tensor: Tensor) in tensor.shape.first ?? 0 },
    Operator(
      of: Tensor.self, .pairs, Text(en: "number and row, for a loop", zh: "逐行给出行号与行，用于循环"),
      example: "for i, row in pairs(t) do print(i, row) end"
    ) { (tensor: Tensor) -> LuaIterator in
      var last = 0
      return LuaIterator {
        last += 1
        guard last <= tensor.shape.first ?? 0 else { return nil as Results<Int, LuaValue>? }
        return Results(last, try tensor.row(last - 1))
      }
    },
    DynamicFields(
      of: Tensor.self,
      Text(
        en: "t[i]: row i, from the end when negative; a number where rows are numbers",
        zh: "t[i]：第 i 行，负数从末尾数起；一维时为数"),
      example: "return t[1]", names: { _ in [] }
    ) { (tensor: Tensor, key: LuaKey) -> LuaValue? in
      guard case .int(let index) = key else { return nil }
      guard tensor.rank > 0 else {
        throw Fault(
          .range, en: "tensor: a single number has no [\(index)]", zh: "tensor：单个数没有 [\(index)]",
          try: "t:item()")
      }
      if index == tensor.shape[0] + 1 { throw pastTheEnd(tensor.shape) }
      return try tensor.row(place(index, "tensor", axis: 0, of: tensor.shape))
    },
  ]
}

/// `ipairs` asks for one row more than there are.
private func pastTheEnd(_ shape: Shape) -> Fault {
  Fault(
    .range,
    en: "tensor: index \(shape[0] + 1) on axis 1 of \(shape.text), wanted 1 .. \(shape[0]); "
      + "a loop takes pairs, not ipairs",
    zh: "tensor：\(shape.text) 的轴 1 下标为 \(shape[0] + 1)，应为 1 .. \(shape[0])；循环用 pairs，不用 ipairs",
    try: "for i, row in pairs(t) do print(i, row) end")
}

extension Tensor {
  /// A row, or a number where the rows are numbers.
  fileprivate func row(_ place: Int) throws -> LuaValue {
    if rank == 1 { return .number(Double(try element(at: [place]))) }
    return .object(LuaObject(try slice(place..<place + 1).reshaped(Shape(shape.dropFirst()))))
  }
}

private func arithmetic(
  _ symbol: Operator.Symbol, _ summary: Text, _ example: String,
  _ body: @escaping (Tensor, Tensor) throws -> Tensor
) -> Operator {
  Operator(of: Tensor.self, symbol, summary, example: example) {
    (left: Operand<Tensor>, right: Operand<Tensor>) in
    let (left, right) = (left.tensor, right.tensor)
    try TensorMemory.check(symbol.rawValue, combining: left, right)
    return try body(left, right)
  }
}
