import Tensors

#if canImport(Glibc)
  import Glibc
#endif

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

let elementwiseCases = [
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
  unary("hardswish", in: -5...5) {
    $0.hardswish()
  } _: {
    $0 * min(max($0 + 3, 0), 6) / 6
  },
]
