internal import LuaBridge
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")
private let tensors = Text(en: "a list of tensors", zh: "张量列表")
private let axisHelp = Text(en: "which axis, -1 for the last", zh: "轴号，-1 为最后一轴")

/// Values moved, repeated, cut and joined.
var tensorMovement: [any Item] {
  [
    Method(
      of: Tensor.self, "squeeze", Text(en: "without axes of size 1", zh: "去掉大小为 1 的轴"),
      .positional("axis", Int.self, Text(en: "only this one", zh: "只去掉该轴")), returns: aTensor,
      example: "return t:squeeze()"
    ) { (tensor: Tensor, axis: Int?) throws -> Tensor in try tensor.squeezed(axis.map(tensor.axisPlace)) },
    Method(
      of: Tensor.self, "unsqueeze", Text(en: "with a new axis of size 1", zh: "增加大小为 1 的轴"),
      .required(
        "axis", Int.self, Text(en: "its place, counted from 1; -1 for the end", zh: "新轴的位置，从 1 起；-1 为末尾")),
      returns: aTensor, example: "return t:unsqueeze(1)"
    ) { tensor, axis in
      try tensor.unsqueezed(axis < 0 && tensor.rank + 1 + axis >= 0 ? tensor.rank + 1 + axis : axis - 1)
    },
    Method(
      of: Tensor.self, "flatten", Text(en: "all values in one axis", zh: "展平为一轴"), returns: aTensor,
      example: "return t:flatten()"
    ) { (tensor: Tensor) throws -> Tensor in try tensor.reshaped([tensor.count]) },
    Method(
      of: Tensor.self, "expand", Text(en: "repeated along axes of size 1, or missing", zh: "沿大小为 1 或缺少的轴重复"),
      .required("shape", [Int].self, Text(en: "the shape wanted", zh: "目标形状")), returns: aTensor,
      example: "return t:expand { 3, 2, 2 }"
    ) { tensor, shape in
      try checkSizes("expand", shape)
      return try tensor.repeated(to: shape)
    },
    Method(
      of: Tensor.self, "flip", Text(en: "in reverse order along axes, or along all", zh: "沿指定轴或所有轴反转"),
      .positional("axes", AxesArgument.self, Text(en: "counted from 1", zh: "轴号，从 1 起")), returns: aTensor,
      example: "return t:flip(2)"
    ) { (tensor: Tensor, axes: AxesArgument?) throws -> Tensor in
      try tensor.flipped(axes?.places(of: tensor) ?? [])
    },
    Method(
      of: Tensor.self, "roll",
      Text(en: "moved along an axis, in at the start what leaves at the end", zh: "沿一轴循环移动"),
      .required("shift", Int.self, Text(en: "how far", zh: "移动距离"), in: -1_000_000_000...1_000_000_000),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16), returns: aTensor,
      example: "return t:roll(1, 2)"
    ) { tensor, shift, axis in try tensor.rolled(by: shift, axis: tensor.axisPlace(axis)) },
    Method(
      of: Tensor.self, "tile", Text(en: "the whole several times along each axis", zh: "沿各轴整体重复"),
      .required("times", [Int].self, Text(en: "for each axis", zh: "各轴的次数")), returns: aTensor,
      example: "return t:tile { 1, 3 }"
    ) { tensor, times in
      let rank = max(tensor.rank, times.count)
      let sizes = Shape(repeating: 1, count: rank - tensor.rank) + tensor.shape
      let counts = Shape(repeating: 1, count: rank - times.count) + times
      try checkSizes("tile", times)
      try TensorMemory.check(
        "tile", zip(sizes, counts).map { $0.multipliedReportingOverflow(by: $1).partialValue })
      return try tensor.tiled(times)
    },
    Method(
      of: Tensor.self, "repeat_interleave",
      Text(en: "each place of an axis several times, one after the other", zh: "沿一轴逐个重复"),
      .required("times", Int.self, Text(en: "how often", zh: "次数"), in: 0...1_000_000),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16), returns: aTensor,
      example: "return t:repeat_interleave(2)"
    ) { tensor, times, axis in
      let place = try tensor.axisPlace(axis, for: "repeat_interleave")
      var target = tensor.shape
      target[place] *= times
      try TensorMemory.check("repeat_interleave", target)
      return try tensor.repeatedEach(times, axis: place)
    },
    Method(
      of: Tensor.self, "split", Text(en: "pieces of given sizes along an axis", zh: "沿一轴按给定大小切分"),
      .required("sizes", [Int].self, Text(en: "which add up to the axis' size", zh: "之和等于该轴大小")),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16), returns: tensors,
      example: "return t:split({ 1, 1 }, 2)"
    ) { tensor, sizes, axis in try tensor.split(sizes, axis: tensor.axisPlace(axis)) },
    Method(
      of: Tensor.self, "chunk", Text(en: "so many nearly equal pieces along an axis", zh: "沿一轴切成若干几乎相等的段"),
      .required("pieces", Int.self, Text(en: "how many", zh: "段数"), in: 1...65_536),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16), returns: tensors,
      example: "return t:chunk(2)"
    ) { tensor, pieces, axis in
      let place = try tensor.axisPlace(axis, for: "chunk")
      let size = tensor.shape[place]
      let ends = (0...pieces).map { $0 * size / pieces }
      return try tensor.split(zip(ends, ends.dropFirst()).map { $1 - $0 }, axis: place)
    },
    Method(
      of: Tensor.self, "diag",
      Text(en: "a vector as a diagonal, or a matrix' diagonal", zh: "向量变为对角阵，或取矩阵对角线"),
      returns: aTensor, example: "return t:diag()"
    ) { (tensor: Tensor) throws -> Tensor in
      if tensor.rank == 1 { try TensorMemory.check("diag", [tensor.count, tensor.count]) }
      return try tensor.diagonal()
    },
  ]
}

/// Whether these can be sizes of axes, or numbers of repetitions.
func checkSizes(_ operation: String, _ sizes: [Int]) throws {
  for (axis, size) in sizes.enumerated() where !(0...Int(Int32.max) ~= size) {
    throw Fault(
      .range, en: "\(operation): number \(axis + 1) is \(size), wanted at least 0",
      zh: "\(operation)：第 \(axis + 1) 个数为 \(size)，应不小于 0")
  }
  try TensorMemory.check(operation, sizes)
}
