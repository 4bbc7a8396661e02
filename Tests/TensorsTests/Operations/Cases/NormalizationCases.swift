import Tensors

#if canImport(Glibc)
  import Glibc
#endif

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

private func groupNorm(groups: Int) -> OperationCase {
  OperationCase("group_norm of \(groups)", [[2, 3, 2, 6], [6], [6]]) {
    try $0[0].groupNorm($0[1], $0[2], groups: groups)
  } reference: { x in
    let size = 6 / groups
    return Doubles([2, 3, 2, 6]) { i in
      let first = i[3] / size * size
      let members = Doubles.indices([3, 2, size]).map { x[0][[i[0], $0[0], $0[1], first + $0[2]]] }
      let mean = members.reduce(0, +) / Double(members.count)
      let variance = members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(members.count)
      return x[1][[i[3]]] * (x[0][i] - mean) / (variance + 1e-5).squareRoot() + x[2][[i[3]]]
    }
  }
}

let normalizationCases = [
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
    $0[0].rows(Doubles.softmax)
  },
  OperationCase("log_softmax", [[3, 4]]) {
    try $0[0].logSoftmax()
  } reference: {
    $0[0].rows { Doubles.softmax($0).map { log($0) } }
  },
  groupNorm(groups: 1), groupNorm(groups: 3), groupNorm(groups: 6),
  OperationCase("unit_length", [[3, 4]]) {
    try $0[0].unitLength()
  } reference: {
    $0[0].rows { row in
      let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return row.map { $0 / length }
    }
  },
]
