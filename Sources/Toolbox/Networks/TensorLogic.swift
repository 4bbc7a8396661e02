internal import LuaBridge
internal import Report
internal import Tensors

private let yesOrNo = Text(en: "a tensor of 1 and 0", zh: "由 1 和 0 组成的张量")
private let tensorOrNumber = Text(en: "tensor or number", zh: "张量或数")

/// Questions about values, answered by 1 and 0: Lua's own `==`, `<` and `and` cannot give tensors.
var tensorLogic: [any Item] {
  [
    comparison("eq", .equal, "=="), comparison("ne", .notEqual, "~="), comparison("lt", .less, "<"),
    comparison("le", .lessOrEqual, "<="), comparison("gt", .greater, ">"),
    comparison("ge", .greaterOrEqual, ">="),
    logical(
      "logical_and", Text(en: "1 where both are not 0", zh: "两者均非 0 处为 1"),
      example: "return t:gt(1):logical_and(t:lt(4))"
    ) { try .and($0, $1) },
    logical(
      "logical_or", Text(en: "1 where one or both are not 0", zh: "至少一个非 0 处为 1"),
      example: "return t:lt(2):logical_or(t:gt(3))"
    ) { try .or($0, $1) },
    question("logical_not", Text(en: "1 where the value is 0", zh: "等于 0 处为 1")) { $0.not() },
    question("isnan", Text(en: "1 where the value is NaN", zh: "NaN 处为 1")) { $0.isNaN() },
    question("isfinite", Text(en: "1 where the value is neither NaN nor infinite", zh: "有限值处为 1")) {
      $0.isFiniteNumber()
    },
    Method(
      of: Tensor.self, "allclose", Text(en: "whether all values are nearly equal", zh: "所有值是否近似相等"),
      .required("other", Operand<Tensor>.self, tensorOrNumber),
      .option(
        "rtol", Double.self, Text(en: "allowed share of the other", zh: "相对容差"), default: 1e-5, in: 0...),
      .option("atol", Double.self, Text(en: "allowed in any case", zh: "绝对容差"), default: 1e-8, in: 0...),
      returns: Text(en: "true or false", zh: "true 或 false"), example: "return t:allclose(t + 1e-7)"
    ) { tensor, other, relative, absolute in
      try TensorMemory.check("allclose", combining: tensor, other.tensor)
      return try Tensor.areClose(tensor, other.tensor, relative: relative, absolute: absolute)
    },
  ]
}

private func question(
  _ name: String, _ summary: Text, _ body: @escaping (Tensor) throws -> Tensor
) -> Method {
  Method(of: Tensor.self, name, summary, returns: yesOrNo, example: "return t:\(name)()") {
    (tensor: Tensor) throws -> Tensor in try body(tensor)
  }
}

private func comparison(_ name: String, _ kind: Comparison, _ symbol: String) -> Method {
  let summary = Text(en: "1 where t \(symbol) other, else 0", zh: "t \(symbol) other 处为 1，否则为 0")
  return logical(name, summary, example: "return t:\(name)(2)") { try Tensor.compare($0, kind, $1) }
}

private func logical(
  _ name: String, _ summary: Text, example: String, _ body: @escaping (Tensor, Tensor) throws -> Tensor
) -> Method {
  Method(
    of: Tensor.self, name, summary, .required("other", Operand<Tensor>.self, tensorOrNumber),
    returns: yesOrNo,
    example: example
  ) { tensor, other in
    try TensorMemory.check(name, combining: tensor, other.tensor)
    return try body(tensor, other.tensor)
  }
}
