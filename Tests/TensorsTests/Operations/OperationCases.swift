import Tensors

#if canImport(Glibc)
  import Glibc
#endif

/// Every operation, simplest first.
let operationCases: [OperationCase] =
  elementwiseCases + broadcastCases + reductionCases + movementCases + productCases + convolutionCases
  + poolingCases + normalizationCases + lossCases + arrayOperationCases + linearAlgebraCases

private func unary(
  _ name: String, in range: ClosedRange<Double> = -2...2,
  _ run: @escaping @Sendable (Tensor) throws -> Tensor,
  _ f: @escaping @Sendable (Double) -> Double
) -> OperationCase {
  OperationCase(name, [[3, 7]], in: range) {
    try run($0[0])
  } reference: {
    $0[0].map(f)
  }
}

private let elementwiseCases = [
  unary("negate") {
    -$0
  } _: {
    -$0
  },
  unary("abs") {
    $0.absolute()
  } _: {
    abs($0)
  },
  unary("exp") {
    $0.exp()
  } _: {
    exp($0)
  },
  unary("log", in: 0.1...3) {
    $0.log()
  } _: {
    log($0)
  },
  unary("sqrt", in: 0.1...3) {
    $0.squareRoot()
  } _: {
    $0.squareRoot()
  },
  unary("square") {
    $0.power(2)
  } _: {
    $0 * $0
  },
  unary("cube") {
    $0.power(3)
  } _: {
    $0 * $0 * $0
  },
  unary("relu") {
    $0.relu()
  } _: {
    max($0, 0)
  },
  unary("relu6", in: -3...9) {
    $0.relu6()
  } _: {
    min(max($0, 0), 6)
  },
  unary("leaky_relu") {
    $0.leakyRelu(0.1)
  } _: {
    $0 > 0 ? $0 : 0.1 * $0
  },
  unary("sigmoid", in: -6...6) {
    $0.sigmoid()
  } _: {
    1 / (1 + exp(-$0))
  },
  unary("tanh") {
    $0.tanh()
  } _: {
    tanh($0)
  },
  unary("silu") {
    $0.silu()
  } _: {
    $0 / (1 + exp(-$0))
  },
  unary("gelu") {
    $0.gelu()
  } _: {
    0.5 * $0 * (1 + erf($0 / 2.0.squareRoot()))
  },
  unary("clip") {
    $0.clipped(to: -0.5...1)
  } _: {
    min(max($0, -0.5), 1)
  },
]

private func binary(
  _ name: String, in range: ClosedRange<Double> = -2...2,
  _ run: @escaping @Sendable (Tensor, Tensor) throws -> Tensor,
  _ f: @escaping @Sendable (Double, Double) -> Double
) -> [OperationCase] {
  let shapes: [[[Int]]] = [
    [[2, 3], [2, 3]], [[2, 3], []], [[], [2, 3]], [[4, 3], [3]], [[4, 1], [1, 3]], [[2, 1, 3], [2, 1]],
  ]
  return shapes.map { shapes in
    OperationCase(name, shapes, in: range) {
      try run($0[0], $0[1])
    } reference: {
      Doubles.zip2($0[0], $0[1], f)
    }
  }
}

private let broadcastCases =
  binary("add") {
    try $0 + $1
  } _: {
    $0 + $1
  }
  + binary("subtract") {
    try $0 - $1
  } _: {
    $0 - $1
  }
  + binary("multiply") {
    try $0 * $1
  } _: {
    $0 * $1
  }
  + binary("divide", in: 0.5...2) {
    try $0 / $1
  } _: {
    $0 / $1
  }
  + binary("power", in: 0.5...2) {
    try .power($0, $1)
  } _: {
    pow($0, $1)
  }
  + binary("maximum") {
    try .maximum($0, $1)
  } _: {
    max($0, $1)
  }
  + binary("minimum") {
    try .minimum($0, $1)
  } _: {
    min($0, $1)
  }

private func reduction(
  _ name: String, _ run: @escaping @Sendable (Tensor, [Int]) throws -> Tensor,
  _ f: @escaping @Sendable ([Double]) -> Double
) -> [OperationCase] {
  [[], [0], [1], [2], [0, 1], [1, 2], [0, 2]].map { axes in
    OperationCase("\(name) over \(axes)", [[3, 4, 2]]) {
      try run($0[0], axes)
    } reference: {
      $0[0].reduced(axes.isEmpty ? [0, 1, 2] : Set(axes), f)
    }
  }
}

private let reductionCases =
  reduction("sum") {
    try $0.sum($1)
  } _: {
    $0.reduce(0, +)
  }
  + reduction("mean") {
    try $0.mean($1)
  } _: {
    $0.reduce(0, +) / Double($0.count)
  }
  + reduction("max") {
    try $0.max($1)
  } _: {
    $0.max() ?? 0
  }
  + reduction("min") {
    try $0.min($1)
  } _: {
    $0.min() ?? 0
  }
  + reduction("std") {
    try $0.standardDeviation($1)
  } _: { values in
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)).squareRoot()
  }

private let movementCases = [
  OperationCase("reshape", [[2, 6]]) {
    try $0[0].reshaped([3, -1])
  } reference: {
    Doubles([3, 4], $0[0].values)
  },
  OperationCase("permute", [[2, 3, 4]]) {
    try $0[0].permuted([2, 0, 1])
  } reference: { x in
    Doubles([4, 2, 3]) { x[0][[$0[1], $0[2], $0[0]]] }
  },
  OperationCase("transpose", [[3, 2]]) {
    try $0[0].transposed()
  } reference: { x in
    Doubles([2, 3]) { x[0][[$0[1], $0[0]]] }
  },
  OperationCase("slice", [[3, 5, 2]]) {
    try $0[0].slice(1..<4, axis: 1)
  } reference: { x in
    Doubles([3, 3, 2]) { x[0][[$0[0], $0[1] + 1, $0[2]]] }
  },
  OperationCase("gather", [[4, 2]]) {
    try $0[0].rows([3, 1, 3])
  } reference: { x in
    Doubles([3, 2]) { x[0][[[3, 1, 3][$0[0]], $0[1]]] }
  },
  OperationCase("concat", [[2, 1, 2], [2, 3, 2]]) {
    try .concatenated($0, axis: 1)
  } reference: { x in
    Doubles([2, 4, 2]) { i in i[1] < 1 ? x[0][i] : x[1][[i[0], i[1] - 1, i[2]]] }
  },
  OperationCase("stack", [[2, 3], [2, 3]]) {
    try .stacked($0, axis: 1)
  } reference: { x in
    Doubles([2, 2, 3]) { x[$0[1]][[$0[0], $0[2]]] }
  },
  OperationCase("pad", [[2, 3]]) {
    try $0[0].padded([(1, 0), (2, 1)])
  } reference: { x in
    Doubles([3, 6]) { x[0].orZero([$0[0] - 1, $0[1] - 2]) }
  },
]

private func product(_ a: Doubles, _ b: Doubles) -> Doubles {
  let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
  return Doubles([m, n]) { i in (0..<k).reduce(0) { $0 + a[[i[0], $1]] * b[[$1, i[1]]] } }
}

private let productCases = [
  OperationCase("matmul", [[3, 4], [4, 5]]) {
    try .matrixMultiply($0[0], $0[1])
  } reference: {
    product($0[0], $0[1])
  },
  OperationCase("matmul of a batch", [[2, 2, 3], [2, 3, 2]]) {
    try .matrixMultiply($0[0], $0[1])
  } reference: { x in
    Doubles([2, 2, 2]) { i in
      (0..<3).reduce(0) { $0 + x[0][[i[0], i[1], $1]] * x[1][[i[0], $1, i[2]]] }
    }
  },
  OperationCase("matmul with a vector", [[3, 4], [4]]) {
    try .matrixMultiply($0[0], $0[1])
  } reference: { x in
    Doubles([3]) { i in (0..<4).reduce(0) { $0 + x[0][[i[0], $1]] * x[1][[$1]] } }
  },
  OperationCase("linear", [[3, 4], [4, 2], [2]]) {
    try $0[0].linear($0[1], bias: $0[2])
  } reference: {
    Doubles.zip2(product($0[0], $0[1]), $0[2], +)
  },
]

/// A convolution in plain loops.
private func convolved(
  _ x: Doubles, _ w: Doubles, _ bias: Doubles?, _ out: (Int, Int), stride s: (Int, Int), before p: (Int, Int),
  dilation d: (Int, Int), groups: Int
) -> Doubles {
  let (filters, inputs) = (w.shape[3], w.shape[2])
  return Doubles([x.shape[0], out.0, out.1, filters]) { i in
    var sum = bias?[[i[3]]] ?? 0
    let first = i[3] / (filters / groups) * inputs
    for index in Doubles.indices([w.shape[0], w.shape[1], inputs]) {
      let (row, column) = (i[1] * s.0 - p.0 + index[0] * d.0, i[2] * s.1 - p.1 + index[1] * d.1)
      sum += x.orZero([i[0], row, column, first + index[2]]) * w[index + [i[3]]]
    }
    return sum
  }
}

private func convolution(
  _ name: String, _ x: [Int], _ w: [Int], out: (Int, Int), stride: (Int, Int) = (1, 1),
  padding: Convolution.Padding = .exact(0, 0), before: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1),
  groups: Int = 1
) -> OperationCase {
  OperationCase(name, [x, w, [w[3]]]) {
    try $0[0].conv2d(
      $0[1], bias: $0[2],
      Convolution(stride: stride, padding: padding, dilation: dilation, groups: groups))
  } reference: {
    convolved(
      $0[0], $0[1], $0[2], out, stride: stride, before: before, dilation: dilation, groups: groups)
  }
}

private let convolutionCases = [
  convolution("conv2d", [2, 4, 5, 2], [3, 3, 2, 3], out: (2, 3)),
  convolution(
    "conv2d of one channel", [2, 5, 5, 1], [3, 3, 1, 4], out: (5, 5), padding: .same, before: (1, 1)),
  convolution(
    "conv2d strided", [2, 6, 5, 3], [3, 3, 3, 2], out: (3, 3), stride: (2, 2), padding: .exact(1, 1),
    before: (1, 1)),
  convolution(
    "conv2d same strided", [1, 5, 4, 2], [2, 2, 2, 2], out: (3, 2), stride: (2, 2), padding: .same,
    before: (0, 0)),
  convolution(
    "conv2d dilated", [1, 6, 6, 1], [3, 3, 1, 2], out: (6, 6), padding: .same, before: (2, 2),
    dilation: (2, 2)),
  convolution(
    "conv2d in groups", [2, 4, 4, 4], [3, 3, 2, 4], out: (4, 4), padding: .same, before: (1, 1), groups: 2),
  convolution(
    "conv2d depthwise", [1, 4, 4, 3], [3, 3, 1, 3], out: (4, 4), padding: .same, before: (1, 1), groups: 3),
  convolution("conv2d 1x1 strided", [2, 4, 4, 3], [1, 1, 3, 2], out: (2, 2), stride: (2, 2)),
]

/// The values under each window, for a pooling in plain loops.
private func windows(
  _ x: Doubles, _ kernel: Int, _ stride: Int, _ padding: Int, _ f: @escaping ([Double]) -> Double
) -> Doubles {
  let out = [1, 2].map { (x.shape[$0] + 2 * padding - kernel) / stride + 1 }
  return Doubles([x.shape[0], out[0], out[1], x.shape[3]]) { i in
    var values: [Double] = []
    for (row, column) in (0..<kernel * kernel).map({ ($0 / kernel, $0 % kernel) }) {
      let place = [i[0], i[1] * stride - padding + row, i[2] * stride - padding + column, i[3]]
      if zip(place, x.shape).allSatisfy({ 0..<$1 ~= $0 }) { values.append(x[place]) }
    }
    return f(values)
  }
}

private let poolingCases = [
  OperationCase("max_pool2d", [[2, 4, 5, 2]]) {
    try $0[0].maxPool2d(Pooling(kernel: (2, 2)))
  } reference: {
    windows($0[0], 2, 2, 0) { $0.max() ?? 0 }
  },
  OperationCase("max_pool2d padded", [[1, 5, 5, 2]]) {
    try $0[0].maxPool2d(Pooling(kernel: (3, 3), stride: (2, 2), padding: (1, 1)))
  } reference: {
    windows($0[0], 3, 2, 1) { $0.max() ?? 0 }
  },
  OperationCase("avg_pool2d", [[2, 5, 4, 2]]) {
    try $0[0].averagePool2d(Pooling(kernel: (3, 3), stride: (2, 2), padding: (1, 1)))
  } reference: {
    windows($0[0], 3, 2, 1) { $0.reduce(0, +) / 9 }
  },
  OperationCase("adaptive_avg_pool2d", [[2, 3, 4, 2]]) {
    try $0[0].adaptiveAveragePool2d(1, 1)
  } reference: { x in
    let mean = x[0].reduced([1, 2]) { $0.reduce(0, +) / 12 }
    return Doubles([2, 1, 1, 2], mean.values)
  },
  OperationCase("adaptive_avg_pool2d of unequal cells", [[1, 5, 4, 1]]) {
    try $0[0].adaptiveAveragePool2d(2, 2)
  } reference: { x in
    let rows = [0..<3, 2..<5], columns = [0..<2, 2..<4]
    return Doubles([1, 2, 2, 1]) { i in
      rows[i[1]].reduce(0) { sum, r in columns[i[2]].reduce(sum) { $0 + x[0][[0, r, $1, 0]] } } / 6
    }
  },
]

/// Batch normalisation of [.., c] in plain loops.
private func normalized(_ x: Doubles, _ gamma: Doubles, _ beta: Doubles) -> Doubles {
  let axes = Set(0..<x.shape.count - 1)
  func moment(_ f: @escaping (Double) -> Double) -> Doubles {
    x.reduced(axes) { $0.reduce(0) { $0 + f($1) } / Double($0.count) }
  }
  let mean = moment { $0 }, square = moment { $0 * $0 }
  return Doubles(x.shape) { i in
    let c = [i[i.count - 1]]
    let variance = square[c] - mean[c] * mean[c]
    return gamma[c] * (x[i] - mean[c]) / (variance + 1e-5).squareRoot() + beta[c]
  }
}

private let normalizationCases = [
  OperationCase("batch_norm", [[3, 2, 2, 3], [3], [3]]) {
    try $0[0].batchNorm($0[1], $0[2]).result
  } reference: {
    normalized($0[0], $0[1], $0[2])
  },
  OperationCase("batch_norm with residual and relu", [[3, 2, 2, 3], [3], [3], [3, 2, 2, 3]]) {
    try $0[0].batchNorm($0[1], $0[2], residual: $0[3], relu: true).result
  } reference: {
    Doubles.zip2(normalized($0[0], $0[1], $0[2]), $0[3]) { max(0, $0 + $1) }
  },
  OperationCase("batch_norm frozen", [[4, 3], [3], [3]]) {
    try $0[0].batchNorm($0[1], $0[2], mean: Tensor([0.1, 0.2, 0.3]), variance: Tensor([1, 2, 3]))
  } reference: { x in
    Doubles([4, 3]) { i in
      let (mean, variance) = ([0.1, 0.2, 0.3][i[1]], [1.0, 2.0, 3.0][i[1]])
      return x[1][[i[1]]] * (x[0][i] - mean) / (variance + 1e-5).squareRoot() + x[2][[i[1]]]
    }
  },
  OperationCase("layer_norm", [[4, 5], [5], [5]]) {
    try $0[0].layerNorm($0[1], $0[2])
  } reference: { x in
    let plain = x[0].rows { row in
      let mean = row.reduce(0, +) / 5
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5
      return row.map { ($0 - mean) / (variance + 1e-5).squareRoot() }
    }
    return Doubles.zip2(Doubles.zip2(plain, x[1], *), x[2], +)
  },
  OperationCase("softmax", [[3, 4]]) {
    try $0[0].softmax()
  } reference: {
    $0[0].rows(softmax)
  },
  OperationCase("log_softmax", [[3, 4]]) {
    try $0[0].logSoftmax()
  } reference: {
    $0[0].rows { softmax($0).map { log($0) } }
  },
]

private func softmax(_ row: [Double]) -> [Double] {
  let sum = row.reduce(0) { $0 + exp($1) }
  return row.map { exp($0) / sum }
}

private let lossCases = [
  OperationCase("cross_entropy", [[4, 3]]) {
    try $0[0].crossEntropy([2, 0, 1, 1])
  } reference: { x in
    let shares = x[0].rows(softmax)
    return Doubles([], [-[2, 0, 1, 1].enumerated().reduce(0) { $0 + log(shares[[$1.0, $1.1]]) } / 4])
  },
  OperationCase("cross_entropy weighted and smoothed", [[4, 3]]) {
    try $0[0].crossEntropy([2, 0, 1, 1], weights: [1, 2, 0.5], smoothing: 0.1)
  } reference: { x in
    let shares = x[0].rows(softmax), weights = [1, 2, 0.5]
    var sum = 0.0, total = 0.0
    for (row, label) in [2, 0, 1, 1].enumerated() {
      for c in 0..<3 { sum -= weights[c] * ((c == label ? 0.9 : 0) + 0.1 / 3) * log(shares[[row, c]]) }
      total += weights[label]
    }
    return Doubles([], [sum / total])
  },
  OperationCase("mse", [[3, 2]]) {
    try $0[0].meanSquaredError(Tensor([3, 2], [1, 0, -1, 2, 0.5, 0]))
  } reference: { x in
    Doubles(
      [], [zip(x[0].values, [1, 0, -1, 2, 0.5, 0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 6])
  },
  OperationCase("huber", [[3, 2]]) {
    try $0[0].huber(Tensor([3, 2], [1, 0, -1, 2, 0.5, 0]))
  } reference: { x in
    let losses = zip(x[0].values, [1, 0, -1, 2, 0.5, 0]).map { a, b in
      abs(a - b) <= 1 ? 0.5 * (a - b) * (a - b) : abs(a - b) - 0.5
    }
    return Doubles([], [losses.reduce(0, +) / 6])
  },
  OperationCase("bce", [[3, 2]]) {
    try $0[0].binaryCrossEntropy(Tensor([3, 2], [1, 0, 1, 1, 0.5, 0]))
  } reference: { x in
    let losses = zip(x[0].values, [1, 0, 1, 1, 0.5, 0]).map { a, t in
      let p = 1 / (1 + exp(-a))
      return -t * log(p) - (1 - t) * log(1 - p)
    }
    return Doubles([], [losses.reduce(0, +) / 6])
  },
]
