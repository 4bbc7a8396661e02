import Tensors

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

let reductionCases =
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
