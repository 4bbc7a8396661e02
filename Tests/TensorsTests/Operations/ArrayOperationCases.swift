import Glibc
import Tensors

/// Operations on tensors as arrays of numbers: parts, order, choice.
let arrayOperationCases = scalarFunctionCases + partCases + orderCases + choiceCases

private func each(
  _ name: String, in range: ClosedRange<Double> = -2...2, hasGradient: Bool = true,
  _ run: @escaping @Sendable (Tensor) throws -> Tensor, _ f: @escaping @Sendable (Double) -> Double
) -> OperationCase {
  OperationCase(name, [[3, 7]], in: range, hasGradient: hasGradient) {
    try run($0[0])
  } reference: {
    $0[0].map(f)
  }
}

private let scalarFunctionCases = [
  each("floor", in: -9...9, hasGradient: false, { $0.floor() }, { floor($0) }),
  each("ceil", in: -9...9, hasGradient: false, { $0.ceiling() }, { ceil($0) }),
  each("round", in: -9...9, hasGradient: false, { $0.rounded() }, { $0.rounded(.toNearestOrEven) }),
  each(
    "round to a decimal", in: -9...9, hasGradient: false, { $0.rounded(toDecimals: 1) },
    { ($0 * 10).rounded(.toNearestOrEven) / 10 }),
  each("sign", hasGradient: false, { $0.sign() }, { $0 > 0 ? 1 : -1 }),
  each("sin", in: -9...9, { $0.sine() }, { sin($0) }),
  each("cos", in: -9...9, { $0.cosine() }, { cos($0) }),
  each("tan", in: -1...1, { $0.tangent() }, { tan($0) }),
  each("asin", in: -0.9...0.9, { $0.arcsine() }, { asin($0) }),
  each("acos", in: -0.9...0.9, { $0.arccosine() }, { acos($0) }),
  each("atan", in: -9...9, { $0.arctangent() }, { atan($0) }),
  each("sinh", { $0.hyperbolicSine() }, { sinh($0) }),
  each("cosh", { $0.hyperbolicCosine() }, { cosh($0) }),
  each("erf", { $0.errorFunction() }, { erf($0) }),
  each("log2", in: 0.5...3, { $0.log2() }, { log2($0) }),
  each("log10", in: 0.5...3, { $0.log10() }, { log10($0) }),
  each("log1p", in: -0.5...3, { $0.log1p() }, { log1p($0) }),
  each("expm1", { $0.expm1() }, { expm1($0) }),
]

private let partCases = [
  OperationCase("slice with steps", [[6, 5]]) {
    try $0[0].strided([AxisRange(first: 5, step: -2, count: 3), AxisRange(first: 1, step: 3, count: 2)])
  } reference: { x in
    Doubles([3, 2]) { x[0][[5 - 2 * $0[0], 1 + 3 * $0[1]]] }
  },
  OperationCase("with", [[4, 5], [2, 1]]) {
    try $0[0].replacing(
      [AxisRange(first: 1, step: 2, count: 2), AxisRange(first: 4, step: -1, count: 3)], with: $0[1])
  } reference: { x in
    Doubles([4, 5]) { i in i[0] % 2 == 1 && i[1] >= 2 ? x[1][[i[0] / 2, 0]] : x[0][i] }
  },
  OperationCase("flip", [[2, 3, 2]]) {
    try $0[0].flipped([1])
  } reference: { x in
    Doubles([2, 3, 2]) { x[0][[$0[0], 2 - $0[1], $0[2]]] }
  },
  OperationCase("take", [[2, 4, 2]]) {
    try $0[0].take([3, 0, 3], axis: 1)
  } reference: { x in
    Doubles([2, 3, 2]) { x[0][[$0[0], [3, 0, 3][$0[1]], $0[2]]] }
  },
  OperationCase("roll", [[2, 5]]) {
    try $0[0].rolled(by: -7, axis: 1)
  } reference: { x in
    Doubles([2, 5]) { x[0][[$0[0], ($0[1] + 7) % 5]] }
  },
  OperationCase("tile", [[2, 3]]) {
    try $0[0].tiled([2, 1, 2])
  } reference: { x in
    Doubles([2, 2, 6]) { x[0][[$0[1], $0[2] % 3]] }
  },
  OperationCase("repeat_interleave", [[2, 3]]) {
    try $0[0].repeatedEach(2, axis: 1)
  } reference: { x in
    Doubles([2, 6]) { x[0][[$0[0], $0[1] / 2]] }
  },
  OperationCase("squeeze and unsqueeze", [[2, 1, 3]]) {
    try $0[0].squeezed(1).unsqueezed(2)
  } reference: {
    Doubles([2, 3, 1], $0[0].values)
  },
  OperationCase("split", [[5, 2]]) {
    try $0[0].split([2, 3])[1]
  } reference: { x in
    Doubles([3, 2]) { x[0][[$0[0] + 2, $0[1]]] }
  },
  OperationCase("diag of a vector", [[3]]) {
    try $0[0].diagonal()
  } reference: { x in
    Doubles([3, 3]) { $0[0] == $0[1] ? x[0][[$0[0]]] : 0 }
  },
  OperationCase("diag of a matrix", [[3, 2]]) {
    try $0[0].diagonal()
  } reference: { x in
    Doubles([2]) { x[0][[$0[0], $0[0]]] }
  },
]

private func quantile(_ values: [Double], _ share: Double) -> Double {
  let sorted = values.sorted(), place = share * Double(values.count - 1)
  let low = Int(place)
  return sorted[low] + (place - Double(low)) * (sorted[min(low + 1, sorted.count - 1)] - sorted[low])
}

private let orderCases = [
  OperationCase("sort", [[3, 5, 2]]) {
    try $0[0].sorted(axis: 1).values
  } reference: { x in
    Doubles([3, 5, 2]) { i in (0..<5).map { x[0][[i[0], $0, i[2]]] }.sorted()[i[1]] }
  },
  OperationCase("sort a long run, the greatest first", [[300]]) {
    try $0[0].sorted(axis: 0, descending: true).values
  } reference: {
    Doubles([300], $0[0].values.sorted(by: >))
  },
  OperationCase("quantile", [[3, 5, 2]]) {
    try $0[0].quantile(0.3, [0, 2])
  } reference: {
    $0[0].reduced([0, 2]) { quantile($0, 0.3) }
  },
  OperationCase("median", [[4, 3]]) {
    try $0[0].median([0])
  } reference: {
    $0[0].reduced([0]) { quantile($0, 0.5) }
  },
  OperationCase("cumsum", [[2, 4, 2]]) {
    try $0[0].cumulativeSum(axis: 1)
  } reference: { x in
    Doubles([2, 4, 2]) { i in (0...i[1]).reduce(0) { $0 + x[0][[i[0], $1, i[2]]] } }
  },
  OperationCase("cumsum of a long run", [[300]]) {
    try $0[0].cumulativeSum(axis: 0)
  } reference: { x in
    Doubles([300]) { i in x[0].values[...i[0]].reduce(0, +) }
  },
  OperationCase("cumprod", [[2, 4, 2]]) {
    try $0[0].cumulativeProduct(axis: 1)
  } reference: { x in
    Doubles([2, 4, 2]) { i in (0...i[1]).reduce(1) { $0 * x[0][[i[0], $1, i[2]]] } }
  },
  OperationCase("cumprod with a zero", [[2, 5]]) {
    try ($0[0] * Tensor([1, 1, 0, 1, 1])).cumulativeProduct(axis: 1)
  } reference: { x in
    Doubles([2, 5]) { i in (0...i[1]).reduce(1) { $1 == 2 ? 0 : $0 * x[0][[i[0], $1]] } }
  },
  OperationCase("prod", [[2, 4, 3]]) {
    try $0[0].product([0, 2])
  } reference: {
    $0[0].reduced([0, 2]) { $0.reduce(1, *) }
  },
  OperationCase("prod with a zero", [[2, 5]]) {
    try ($0[0] * Tensor([1, 1, 0, 1, 1]) + Tensor([0, 0, 0, 1, 0])).product([1])
  } reference: { x in
    Doubles([2]) { _ in 0 }
  },
  OperationCase("topk", [[3, 40, 2]]) {
    try $0[0].top(4, axis: 1).values
  } reference: { x in
    Doubles([3, 4, 2]) { i in (0..<40).map { x[0][[i[0], $0, i[2]]] }.sorted(by: >)[i[1]] }
  },
  OperationCase("the smallest k", [[40, 3]]) {
    try $0[0].top(3, axis: 0, largest: false).values
  } reference: { x in
    Doubles([3, 3]) { i in (0..<40).map { x[0][[$0, i[1]]] }.sorted()[i[0]] }
  },
  OperationCase("max over a long run", [[3, 200, 2]]) {
    try $0[0].max([1])
  } reference: {
    $0[0].reduced([1]) { $0.max() ?? 0 }
  },
  OperationCase("norm", [[3, 4]]) {
    try $0[0].vectorNorm([1])
  } reference: {
    $0[0].reduced([1]) { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  },
  OperationCase("norm of order 1", [[3, 4]]) {
    try $0[0].vectorNorm([0], order: .one)
  } reference: {
    $0[0].reduced([0]) { $0.reduce(0) { $0 + abs($1) } }
  },
  OperationCase("norm of order infinity", [[3, 4]]) {
    try $0[0].vectorNorm(order: .infinity)
  } reference: {
    $0[0].reduced([0, 1]) { $0.map(abs).max() ?? 0 }
  },
]

private let choiceCases = [
  OperationCase("where with a number", [[], [2, 3]]) {
    try .choose(Tensor([[1, 0, 1], [0, 0, 1]]), $0[0], $0[1])
  } reference: { x in
    Doubles([2, 3]) { [[1, 0, 1], [0, 0, 1]][$0[0]][$0[1]] == 1 ? x[0].values[0] : x[1][$0] }
  },
  OperationCase("triu", [[2, 3, 4]]) {
    try $0[0].upperTriangle(from: 1)
  } reference: { x in
    Doubles([2, 3, 4]) { $0[2] - $0[1] >= 1 ? x[0][$0] : 0 }
  },
  OperationCase("tril", [[4, 3]]) {
    try $0[0].lowerTriangle(to: -1)
  } reference: { x in
    Doubles([4, 3]) { $0[1] - $0[0] <= -1 ? x[0][$0] : 0 }
  },
  OperationCase("where", [[2, 3], [3]]) {
    try .choose(Tensor([2, 1], [0, 3]), $0[0], $0[1])
  } reference: { x in
    Doubles([2, 3]) { $0[0] == 1 ? x[0][$0] : x[1][[$0[1]]] }
  },
  OperationCase("remainder", [[3, 4], [4]], in: 0.3...2) {
    try .remainder($0[0], $0[1])
  } reference: {
    Doubles.zip2($0[0], $0[1]) { $0 - $1 * floor($0 / $1) }
  },
  OperationCase("dot", [[5], [5]]) {
    try .dot($0[0], $0[1])
  } reference: { x in
    Doubles([], [zip(x[0].values, x[1].values).reduce(0) { $0 + $1.0 * $1.1 }])
  },
  OperationCase("outer", [[3], [2]]) {
    try .outer($0[0], $0[1])
  } reference: { x in
    Doubles([3, 2]) { x[0][[$0[0]]] * x[1][[$0[1]]] }
  },
  OperationCase("trace", [[3, 3]]) {
    try $0[0].trace()
  } reference: { x in
    Doubles([], [(0..<3).reduce(0) { $0 + x[0][[$1, $1]] }])
  },
]
