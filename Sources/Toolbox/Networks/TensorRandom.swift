internal import LuaBridge
internal import Randomness
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")
private let shape = Text(en: "sizes of the axes", zh: "各轴的大小")
private let seedHelp = Text(
  en: "same seed, same numbers; the next ones of seed() when left out", zh: "种子相同则结果相同；省略时接着 seed() 的随机序列往下取")

/// Random numbers: of the seed that is given, else the next of the session's.
var tensorRandom: [any Item] {
  [
    Function(
      "tensor.normal", Text(en: "random numbers of the normal distribution", zh: "正态分布随机数"),
      .required("shape", ShapeArgument.self, shape),
      .option("mean", Double.self, Text(en: "mean", zh: "均值"), default: 0),
      .option("std", Double.self, Text(en: "standard deviation", zh: "标准差"), default: 1, in: 0...),
      .optional("seed", Int.self, seedHelp, in: 0...), .interpreter,
      returns: aTensor, example: "return tensor.normal({ 2, 3 }, { seed = 7 })"
    ) { shape, mean, std, seed, lua in
      var generator = lua.randomNumbers("tensor.normal", seed: seed)
      return Tensor.normal(
        try shape.checked("normal"), mean: mean, deviation: std, using: &generator)
    },
    Function(
      "tensor.uniform", Text(en: "random numbers equally likely in a range", zh: "均匀分布随机数"),
      .required("shape", ShapeArgument.self, shape),
      .option("low", Double.self, Text(en: "lower end", zh: "下限"), default: 0),
      .option("high", Double.self, Text(en: "upper end", zh: "上限"), default: 1),
      .optional("seed", Int.self, seedHelp, in: 0...), .interpreter,
      returns: aTensor, example: "return tensor.uniform({ 2, 3 }, { low = -1, high = 1 })"
    ) { shape, low, high, seed, lua in
      guard low <= high else {
        throw Fault(
          .range, en: "uniform: low is \(low.significant()), above high \(high.significant())",
          zh: "uniform：下限 \(low.significant()) 高于上限 \(high.significant())")
      }
      var generator = lua.randomNumbers("tensor.uniform", seed: seed)
      return Tensor.uniform(try shape.checked("uniform"), in: low...high, using: &generator)
    },
    Function(
      "tensor.integers", Text(en: "random whole numbers, both ends included", zh: "随机整数，含两端"),
      .required("shape", ShapeArgument.self, shape),
      .required("low", Int.self, Text(en: "the smallest", zh: "最小值"), in: -16_777_216...16_777_216),
      .required("high", Int.self, Text(en: "the greatest", zh: "最大值"), in: -16_777_216...16_777_216),
      .optional("seed", Int.self, seedHelp, in: 0...), .interpreter,
      returns: aTensor,
      example: "return tensor.integers({ 10 }, 1, 6)"
    ) { shape, low, high, seed, lua in
      guard low <= high else {
        throw Fault(
          .range, en: "integers: low is \(low), above high \(high)", zh: "integers：下限 \(low) 高于上限 \(high)")
      }
      var generator = lua.randomNumbers("tensor.integers", seed: seed)
      return Tensor.integers(try shape.checked("integers"), in: low...high, using: &generator)
    },
    Function(
      "tensor.permutation", Text(en: "1 to n in random order", zh: "1 到 n 的随机排列"),
      .required("n", Int.self, Text(en: "how many", zh: "个数"), in: 0...16_777_216),
      .optional("seed", Int.self, seedHelp, in: 0...), .interpreter,
      returns: aTensor,
      example: "return t:rows(tensor.permutation(2))", given: "t = tensor.new { { 1, 2 }, { 3, 4 } }"
    ) { n, seed, lua in
      var generator = lua.randomNumbers("tensor.permutation", seed: seed)
      return Tensor(generator.permutation(n).map { Float($0 + 1) })
    },
    Method(
      of: Tensor.self, "choice", Text(en: "rows chosen at random", zh: "随机抽取若干行"),
      .required("count", Int.self, Text(en: "how many", zh: "个数"), in: 0...16_777_216),
      .positional(
        "axis", Int.self, Text(en: "which axis, -1 for the last", zh: "轴号，-1 为最后一轴"), default: 1, in: -16...16
      ),
      .option("replace", Bool.self, Text(en: "whether one may come again", zh: "是否放回"), default: false),
      .optional("seed", Int.self, seedHelp, in: 0...), .interpreter,
      returns: aTensor,
      example: "return t:choice(1, { seed = 7 })"
    ) { tensor, count, axis, replace, seed, lua in
      let place = try tensor.axisPlace(axis, for: "choice")
      var target = tensor.shape
      target[place] = count
      try TensorMemory.check("choice", target)
      var generator = lua.randomNumbers("tensor.choice", seed: seed)
      return try tensor.chosen(count, axis: place, replacing: replace, using: &generator)
    },
  ]
}
