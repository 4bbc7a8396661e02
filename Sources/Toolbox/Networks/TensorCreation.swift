internal import LuaBridge
internal import Randomness
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")
private let shape = Text(en: "sizes of the axes", zh: "各轴的大小")

/// Tensors from numbers, or from nothing.
var tensorCreation: [any Item] {
  [
    Function(
      "tensor.new", Text(en: "a tensor from nested lists", zh: "由嵌套列表建立张量"),
      .required("values", NestedNumbers.self, Text(en: "numbers in lists", zh: "列表中的数")), returns: aTensor,
      example: "return tensor.new { { 1, 2 }, { 3, 4 } }"
    ) { values in values.tensor },
    Function(
      "tensor.zeros", Text(en: "all 0", zh: "全 0 张量"), .required("shape", ShapeArgument.self, shape),
      returns: aTensor, example: "return tensor.zeros { 2, 3 }"
    ) { shape in Tensor.zeros(shape.shape) },
    Function(
      "tensor.ones", Text(en: "all 1", zh: "全 1 张量"), .required("shape", ShapeArgument.self, shape),
      returns: aTensor, example: "return tensor.ones { 2, 3 }"
    ) { shape in Tensor.ones(shape.shape) },
    Function(
      "tensor.full", Text(en: "all of one value", zh: "全为同一数值的张量"),
      .required("shape", ShapeArgument.self, shape),
      .required("value", Double.self, Text(en: "the value", zh: "数值")), returns: aTensor,
      example: "return tensor.full({ 2, 3 }, 0.5)"
    ) { shape, value in Tensor.full(shape.shape, Float(value)) },
    Function(
      "tensor.arange", Text(en: "numbers from first to last", zh: "等差数列"),
      .required("first", Double.self, Text(en: "the first number", zh: "首项")),
      .required("last", Double.self, Text(en: "the last number at most", zh: "末项上限")),
      .positional("step", Double.self, Text(en: "from one to the next", zh: "步长"), default: 1),
      returns: aTensor,
      example: "return tensor.arange(1, 10)"
    ) { first, last, step in try Tensor.arange(first, last, by: step) },
    Function(
      "tensor.identity", Text(en: "1 on the diagonal", zh: "单位矩阵"),
      .required("n", Int.self, Text(en: "rows and columns", zh: "行数与列数"), in: 1...16_384), returns: aTensor,
      example: "return tensor.identity(3)"
    ) { n in Tensor.identity(n) },
    Function(
      "tensor.normal", Text(en: "random numbers of the normal distribution", zh: "正态分布随机数"),
      .required("shape", ShapeArgument.self, shape),
      .option("mean", Double.self, Text(en: "mean", zh: "均值"), default: 0),
      .option("std", Double.self, Text(en: "standard deviation", zh: "标准差"), default: 1),
      .option(
        "seed", Int.self, Text(en: "same seed, same numbers", zh: "随机种子，相同则结果相同"), default: 1, in: 0...),
      returns: aTensor, example: "return tensor.normal({ 2, 3 }, { seed = 7 })"
    ) { shape, mean, std, seed in
      var generator = SeededGenerator(seed: UInt64(seed), for: "tensor.normal")
      return Tensor.normal(shape.shape, mean: mean, deviation: std, using: &generator)
    },
    Function(
      "tensor.uniform", Text(en: "random numbers equally likely in a range", zh: "均匀分布随机数"),
      .required("shape", ShapeArgument.self, shape),
      .option("low", Double.self, Text(en: "lower end", zh: "下限"), default: 0),
      .option("high", Double.self, Text(en: "upper end", zh: "上限"), default: 1),
      .option(
        "seed", Int.self, Text(en: "same seed, same numbers", zh: "随机种子，相同则结果相同"), default: 1, in: 0...),
      returns: aTensor, example: "return tensor.uniform({ 2, 3 }, { low = -1, high = 1 })"
    ) { shape, low, high, seed in
      guard low <= high else {
        throw Fault(
          .range, en: "uniform: low is \(low.significant()), above high \(high.significant())",
          zh: "uniform：下限 \(low.significant()) 高于上限 \(high.significant())")
      }
      var generator = SeededGenerator(seed: UInt64(seed), for: "tensor.uniform")
      return Tensor.uniform(shape.shape, in: low...high, using: &generator)
    },
  ]
}
