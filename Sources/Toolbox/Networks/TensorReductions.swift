internal import LuaBridge
internal import Report
internal import Tensors

/// Sums and their like, over all values or over axes.
var tensorReductions: [any Item] {
  [
    reduction("sum", Text(en: "sum", zh: "求和")) { try $0.sum($1) },
    reduction("mean", Text(en: "mean", zh: "均值")) { try $0.mean($1) },
    reduction("max", Text(en: "greatest value", zh: "最大值")) { try $0.max($1) },
    reduction("min", Text(en: "smallest value", zh: "最小值")) { try $0.min($1) },
    reduction("std", Text(en: "sample standard deviation", zh: "样本标准差")) { try $0.standardDeviation($1) },
    Method(
      of: Tensor.self, "argmax", Text(en: "where the greatest value stands along an axis", zh: "最大值所在位置"),
      .positional(
        "axis", Int.self, Text(en: "counted from 1; the last when left out", zh: "轴号，从 1 起；省略为最后一轴")),
      returns: Text(en: "places, counted from 1", zh: "位置，从 1 起"), example: "return t:argmax(2)"
    ) { (tensor: Tensor, axis: Int?) throws -> Tensor in
      let axis = axis.map { $0 - 1 } ?? tensor.rank - 1
      let places = try tensor.argmax(axis)
      var shape = tensor.shape
      shape.remove(at: axis)
      return try Tensor(shape, places.map { Float($0 + 1) })
    },
  ]
}

private func reduction(
  _ name: String, _ summary: Text, _ body: @escaping (Tensor, [Int]) throws -> Tensor
) -> Method {
  Method(
    of: Tensor.self, name, summary + Text(en: " over axes, or over all", zh: "（沿指定轴或全部）"),
    .positional("axes", AxesArgument.self, Text(en: "counted from 1", zh: "轴号，从 1 起")),
    returns: Text(en: "a tensor", zh: "张量"), example: "return t:\(name)(1)"
  ) { (tensor: Tensor, axes: AxesArgument?) throws -> Tensor in try body(tensor, axes?.axes ?? []) }
}
