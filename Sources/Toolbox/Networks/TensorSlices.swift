internal import LuaBridge
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")
private let picks = Text(
  en:
    "for each axis an index, a range { first, last, step }, or {} for all; negative ones count from the end",
  zh: "每轴一个下标、范围 { 首, 末, 步长 } 或 {}（全部）；负数从末尾数起")
private let axisHelp = Text(en: "which axis, -1 for the last", zh: "轴号，-1 为最后一轴")

/// Parts of a tensor: `t:sub(2, { 1, -1 })`, `t:masked(t:gt(2))`, and the tensor with other values in a part.
var tensorSlices: [any Item] {
  [
    Method(
      of: Tensor.self, "sub", Text(en: "indices and ranges of every axis", zh: "按各轴的下标或范围取部分"),
      .rest("places", AxisPick.self, picks), returns: aTensor, example: "return t:sub({ 1, -1 }, 2)"
    ) { tensor, picks in try tensor.picked("sub", picks) },
    Operator(
      callOf: Tensor.self, Text(en: "t(…) is t:sub(…)", zh: "t(…) 等同于 t:sub(…)"),
      .rest("places", AxisPick.self, picks), returns: aTensor, example: "return t(2, { 1, -1 })"
    ) { tensor, picks in try tensor.picked("tensor", picks) },
    Method(
      of: Tensor.self, "with", Text(en: "the tensor with other values in a part", zh: "替换一部分值后的新张量"),
      .required("places", [AxisPick].self, picks),
      .required("value", Operand<Tensor>.self, Text(en: "tensor or number", zh: "张量或数")), returns: aTensor,
      example: "return t:with({ 2, { 1, -1 } }, 0)"
    ) { tensor, picks, value in try tensor.replacing("with", picks, with: value.tensor) },
    Method(
      of: Tensor.self, "slice", Text(en: "from first to last along an axis", zh: "沿一轴取首尾之间的部分"),
      .required(
        "first", Int.self, Text(en: "counted from 1, or from the end when negative", zh: "从 1 起；负数从末尾数起")),
      .required("last", Int.self, Text(en: "included", zh: "含该下标")),
      .option("axis", Int.self, axisHelp, default: 1, in: -16...16),
      .option("step", Int.self, Text(en: "from one to the next", zh: "步长"), default: 1), returns: aTensor,
      example: "return t:slice(1, -1, { axis = 2 })"
    ) { tensor, first, last, axis, step in
      let axis = try tensor.axisPlace(axis, for: "slice")
      let pick = AxisPick.range(first: first, last: last, step: step)
      return try tensor.picked("slice", Array(repeating: .whole, count: axis) + [pick])
    },
    Method(
      of: Tensor.self, "select", Text(en: "one index of an axis, without the axis", zh: "取一轴的一个下标，并去掉该轴"),
      .required("axis", Int.self, axisHelp, in: -16...16),
      .required(
        "index", Int.self, Text(en: "counted from 1, or from the end when negative", zh: "从 1 起；负数从末尾数起")),
      returns: aTensor, example: "return t:select(2, 1)"
    ) { tensor, axis, index in
      let axis = try tensor.axisPlace(axis, for: "select")
      return try tensor.picked("select", Array(repeating: .whole, count: axis) + [.index(index)])
    },
    Method(
      of: Tensor.self, "take", Text(en: "indices of an axis, in this order", zh: "按下标取，保持给定顺序"),
      .required(
        "indices", IndicesArgument.self, Text(en: "counted from 1; a list or a tensor", zh: "从 1 起；列表或张量")),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16), returns: aTensor,
      example: "return t:take({ 2, 1, 1 }, 1)"
    ) { tensor, indices, axis in
      let axis = try tensor.axisPlace(axis, for: "take")
      return try tensor.take(
        indices.list.map { try place($0, "take", axis: axis, of: tensor.shape) }, axis: axis)
    },
    Method(
      of: Tensor.self, "rows", Text(en: "rows by number, in this order", zh: "按行号取行"),
      .required(
        "indices", IndicesArgument.self, Text(en: "counted from 1; a list or a tensor", zh: "从 1 起；列表或张量")),
      returns: aTensor, example: "return t:rows { 2, 1 }"
    ) { tensor, indices in
      _ = try tensor.axisPlace(1, for: "rows")
      return try tensor.rows(indices.list.map { try place($0, "rows", axis: 0, of: tensor.shape) })
    },
    Method(
      of: Tensor.self, "masked", Text(en: "the values, or rows, where a mask is not 0", zh: "取掩码非 0 处的值或行"),
      .required(
        "mask", Tensor.self, Text(en: "of the tensor's shape, or one value for each row", zh: "与张量同形，或每行一个值")),
      returns: aTensor, example: "return t:masked(t:gt(2))"
    ) { tensor, mask in try tensor.masked(mask) },
    Method(
      of: Tensor.self, "where",
      Text(en: "its values where a condition is not 0, others elsewhere", zh: "条件非 0 处取自身，其余取另一张量"),
      .required("condition", Tensor.self, Text(en: "1 or 0", zh: "1 或 0")),
      .required("other", Operand<Tensor>.self, Text(en: "tensor or number", zh: "张量或数")), returns: aTensor,
      example: "return t:where(t:gt(2), 0)"
    ) { tensor, condition, other in try Tensor.choose(condition, tensor, other.tensor) },
    Method(
      of: Tensor.self, "nonzero", Text(en: "indices of the values that are not 0", zh: "非 0 元素的下标"),
      returns: Text(en: "a row of indices for each, counted from 1", zh: "每个元素一行下标，从 1 起"),
      example: "return t:nonzero()"
    ) { (tensor: Tensor) throws -> Tensor in try tensor.nonzeroPlaces() + Tensor(1) },
  ]
}

/// Indices counted from 1: a list, or a tensor of whole numbers such as `argsort` gives.
struct IndicesArgument: LuaReadable {
  let list: [Int]

  static var luaKind: LuaKind {
    LuaKind(Text(en: "list or tensor of indices", zh: "下标的列表或张量"), plural: "indices", shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> IndicesArgument? {
    if let tensor = try Tensor.read(state, index) {
      let values = tensor.list
      for (place, value) in values.enumerated() where value != value.rounded() || value.magnitude > 1e9 {
        throw ReadingFault(
          "",
          Text(
            en: "has \(Double(value).significant()) at place \(place + 1), wanted whole numbers",
            zh: "的第 \(place + 1) 个值为 \(Double(value).significant())，应为整数"))
      }
      return IndicesArgument(list: values.map { Int($0) })
    }
    return try [Int].read(state, index).map(IndicesArgument.init)
  }
}
