import Tensors

#if canImport(Glibc)
  import Glibc
#endif

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

let broadcastCases =
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
