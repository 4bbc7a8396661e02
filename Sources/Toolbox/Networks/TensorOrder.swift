internal import LuaBridge
internal import Report
internal import Tensors

private let axisHelp = Text(en: "which axis, -1 for the last", zh: "轴号，-1 为最后一轴")
private let descending = Text(en: "the greatest first", zh: "从大到小")
private let overAxes = Text(en: "axes counted from 1; all when left out", zh: "轴号，从 1 起；省略为全部")

/// Order statistics: sorted values, quantiles, running sums.
var tensorOrder: [any Item] {
  [
    Method(
      of: Tensor.self, "sort",
      Text(en: "values in order along an axis; NaN comes last", zh: "沿一轴排序，NaN 排在最后"),
      .positional("axis", Int.self, axisHelp, default: -1, in: -16...16),
      .option("descending", Bool.self, descending, default: false),
      returns: Text(en: "the values, and where each stood", zh: "排序后的值，以及各值原来的位置"),
      example: "local values, places = t:sort(1, { descending = true })"
    ) { tensor, axis, descending in
      let (values, order) = try tensor.sorted(
        axis: tensor.axisPlace(axis, for: "sort"), descending: descending)
      return Results(values, try order + Tensor(1))
    },
    Method(
      of: Tensor.self, "argsort",
      Text(en: "where the values in order stand along an axis", zh: "沿一轴排序后各值原来的位置"),
      .positional("axis", Int.self, axisHelp, default: -1, in: -16...16),
      .option("descending", Bool.self, descending, default: false),
      returns: Text(en: "places, counted from 1", zh: "位置，从 1 起"), example: "return t:argsort(2)"
    ) { tensor, axis, descending in
      let axis = try tensor.axisPlace(axis, for: "argsort")
      return try tensor.sorted(axis: axis, descending: descending).order + Tensor(1)
    },
    Method(
      of: Tensor.self, "topk",
      Text(en: "the k greatest values along an axis, or smallest", zh: "沿一轴取最大（或最小）的 k 个"),
      .required("k", Int.self, Text(en: "how many", zh: "个数"), in: 0...16_777_216),
      .positional("axis", Int.self, axisHelp, default: -1, in: -16...16),
      .option("largest", Bool.self, Text(en: "false for the smallest", zh: "false 表示取最小"), default: true),
      returns: Text(en: "the values in order, and where each stood", zh: "按顺序排列的值，以及各值原来的位置"),
      example: "local values, places = t:topk(1)"
    ) { tensor, k, axis, largest in
      let place = try tensor.axisPlace(axis, for: "topk")
      guard k <= tensor.shape[place] else {
        throw Fault(
          .range,
          en: "topk: \(k) of the \(tensor.shape[place]) on axis \(place + 1) of \(tensor.shape.text)",
          zh: "topk：\(tensor.shape.text) 的轴 \(place + 1) 只有 \(tensor.shape[place]) 个，取不出 \(k) 个")
      }
      let (values, order) = try tensor.top(k, axis: place, largest: largest)
      return Results(values, try order + Tensor(1))
    },
    Method(
      of: Tensor.self, "unique", Text(en: "the different values, in ascending order", zh: "不同的值，升序排列"),
      returns: Text(en: "the values, and how often each comes", zh: "各个值及其出现次数"),
      example: "local values, counts = t:unique()"
    ) { (tensor: Tensor) throws -> Results<Tensor, Tensor> in
      let (values, counts) = try tensor.unique()
      return Results(values, counts)
    },
    Method(
      of: Tensor.self, "quantile", Text(en: "below which a share of the values lies", zh: "分位数"),
      .required("share", Double.self, Text(en: "0.5 for the median", zh: "0.5 为中位数"), in: 0...1),
      .positional("axes", AxesArgument.self, overAxes), returns: Text(en: "a tensor", zh: "张量"),
      example: "return t:quantile(0.9)"
    ) { (tensor: Tensor, share: Double, axes: AxesArgument?) throws -> Tensor in
      try tensor.quantile(share, axes?.places(of: tensor) ?? [])
    },
    Method(
      of: Tensor.self, "cumsum", Text(en: "the running sum along an axis", zh: "沿一轴累计求和"),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16),
      returns: Text(en: "a tensor", zh: "张量"), example: "return t:cumsum(2)"
    ) { tensor, axis in try tensor.cumulativeSum(axis: tensor.axisPlace(axis)) },
    Method(
      of: Tensor.self, "cumprod", Text(en: "the running product along an axis", zh: "沿一轴累计求积"),
      .positional("axis", Int.self, axisHelp, default: 1, in: -16...16),
      returns: Text(en: "a tensor", zh: "张量"), example: "return t:cumprod(2)"
    ) { tensor, axis in try tensor.cumulativeProduct(axis: tensor.axisPlace(axis)) },
  ]
}
