internal import LuaBridge
internal import Report
internal import Tensors

private let overAxes = Text(en: "counted from 1", zh: "轴号，从 1 起")

/// Sums and their like, over all values or over axes.
var tensorReductions: [any Item] {
  [
    reduction("sum", Text(en: "sum", zh: "求和")) { try $0.sum($1) },
    reduction("mean", Text(en: "mean", zh: "均值")) { try $0.mean($1) },
    reduction("prod", Text(en: "product", zh: "求积")) { try $0.product($1) },
    reduction("max", Text(en: "greatest value", zh: "最大值")) { try $0.max($1) },
    reduction("min", Text(en: "smallest value", zh: "最小值")) { try $0.min($1) },
    reduction("std", Text(en: "sample standard deviation", zh: "样本标准差")) { try $0.standardDeviation($1) },
    reduction("var", Text(en: "sample variance", zh: "样本方差")) { try $0.variance($1) },
    reduction("median", Text(en: "middle value", zh: "中位数")) { try $0.median($1) },
    reduction("any", Text(en: "1 where any value is not 0", zh: "有非 0 值时为 1")) { try $0.any($1) },
    reduction("all", Text(en: "1 where no value is 0", zh: "全部非 0 时为 1")) { try $0.all($1) },
    reduction("count_nonzero", Text(en: "how many are not 0", zh: "非 0 元素个数")) { try $0.nonzeroCount($1) },
    Method(
      of: Tensor.self, "norm", Text(en: "length of vectors along axes, or of all values", zh: "沿指定轴或全部的向量范数"),
      .positional("axes", AxesArgument.self, overAxes),
      .option("order", Double.self, Text(en: "1, 2 or math.huge", zh: "1、2 或 math.huge"), default: 2),
      returns: Text(en: "a tensor", zh: "张量"), example: "return t:norm(2, { order = 1 })"
    ) { (tensor: Tensor, axes: AxesArgument?, order: Double) throws -> Tensor in
      let known: [Double: NormOrder] = [1: .one, 2: .two, .infinity: .infinity]
      guard let order = known[order] else {
        throw Fault(
          .range, en: "norm: order is \(order.significant()), wanted 1, 2 or math.huge",
          zh: "norm：order 为 \(order.significant())，应为 1、2 或 math.huge")
      }
      return try tensor.vectorNorm(axes?.places(of: tensor) ?? [], order: order)
    },
    place("argmax", Text(en: "where the greatest value stands along an axis", zh: "最大值所在位置")) {
      try $0.argmax($1)
    },
    place("argmin", Text(en: "where the smallest value stands along an axis", zh: "最小值所在位置")) {
      try $0.argmin($1)
    },
  ]
}

private func reduction(
  _ name: String, _ summary: Text, _ body: @escaping (Tensor, [Int]) throws -> Tensor
) -> Method {
  Method(
    of: Tensor.self, name, summary + Text(en: " over axes, or over all", zh: "（沿指定轴或全部）"),
    .positional("axes", AxesArgument.self, overAxes),
    .option(
      "keep", Bool.self, Text(en: "whether the axes stay, of size 1", zh: "是否保留大小为 1 的轴"), default: false),
    returns: Text(en: "a tensor", zh: "张量"), example: "return t:\(name)(1)"
  ) { (tensor: Tensor, axes: AxesArgument?, keep: Bool) throws -> Tensor in
    let places = axes?.places(of: tensor) ?? []
    let result = try body(tensor, places)
    guard keep else { return result }
    let reduced = places.isEmpty ? Set(tensor.shape.indices) : Set(places)
    return try result.reshaped(tensor.shape.indices.map { reduced.contains($0) ? 1 : tensor.shape[$0] })
  }
}

private func place(
  _ name: String, _ summary: Text, _ body: @escaping (Tensor, Int) throws -> [Int]
) -> Method {
  Method(
    of: Tensor.self, name, summary,
    .positional(
      "axis", Int.self, Text(en: "counted from 1; the last when left out", zh: "轴号，从 1 起；省略为最后一轴")),
    returns: Text(en: "places, counted from 1", zh: "位置，从 1 起"), example: "return t:\(name)(2)"
  ) { (tensor: Tensor, axis: Int?) throws -> Tensor in
    let axis = try tensor.axisPlace(axis ?? -1, for: name)
    let places = try body(tensor, axis)
    var shape = tensor.shape
    shape.remove(at: axis)
    return try Tensor(shape, places.map { Float($0 + 1) })
  }
}
