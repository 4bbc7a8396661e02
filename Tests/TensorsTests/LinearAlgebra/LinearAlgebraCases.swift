import Tensors

/// Linear algebra with gradients, on matrices that are far from singular.
let linearAlgebraCases = [
  OperationCase("solve", [[3, 3], [3]], in: -1...1) {
    try regular($0[0]).solve($0[1])
  } reference: {
    solved(regular($0[0]), Doubles([3, 1], $0[1].values), shape: [3])
  },
  OperationCase("solve for columns", [[3, 3], [3, 2]], in: -1...1) {
    try regular($0[0]).solve($0[1])
  } reference: {
    solved(regular($0[0]), $0[1], shape: [3, 2])
  },
  OperationCase("inverse", [[3, 3]], in: -1...1) {
    try regular($0[0]).inverse()
  } reference: {
    solved(regular($0[0]), Doubles([3, 3]) { $0[0] == $0[1] ? 1 : 0 }, shape: [3, 3])
  },
  OperationCase("det", [[3, 3]], in: -1...1) {
    try regular($0[0]).determinant()
  } reference: {
    Doubles([], [determinant(regular($0[0]))])
  },
  OperationCase("cholesky", [[3, 3]], in: -1...1) {
    try positive($0[0]).cholesky()
  } reference: {
    factor(positive($0[0]))
  },
  OperationCase("eigenvalues", [[2, 2]], in: -1...1) {
    try positive($0[0]).symmetricEigen().values
  } reference: { x in
    let a = positive(x[0])
    let middle = (a[[0, 0]] + a[[1, 1]]) / 2, half = (a[[0, 0]] - a[[1, 1]]) / 2
    let reach = (half * half + a[[0, 1]] * a[[0, 1]]).squareRoot()
    return Doubles([2], [middle - reach, middle + reach])
  },
  OperationCase("singular values", [[3, 2]], in: -1...1) {
    try $0[0].singularValues().s
  } reference: { x in
    func product(_ i: Int, _ j: Int) -> Double { (0..<3).reduce(0) { $0 + x[0][[$1, i]] * x[0][[$1, j]] } }
    let middle = (product(0, 0) + product(1, 1)) / 2, half = (product(0, 0) - product(1, 1)) / 2
    let reach = (half * half + product(0, 1) * product(0, 1)).squareRoot()
    return Doubles([2], [(middle + reach).squareRoot(), (middle - reach).squareRoot()])
  },
]

private func regular(_ a: Tensor) throws -> Tensor { try a + Tensor.identity(3) * Tensor(4) }

private func regular(_ a: Doubles) -> Doubles { Doubles([3, 3]) { a[$0] + ($0[0] == $0[1] ? 4 : 0) } }

private func positive(_ a: Tensor) throws -> Tensor {
  try a + a.transposed() + Tensor.identity(a.shape[0]) * Tensor(5)
}

private func positive(_ a: Doubles) -> Doubles {
  Doubles(a.shape) { a[$0] + a[[$0[1], $0[0]]] + ($0[0] == $0[1] ? 5 : 0) }
}

/// Elimination without exchanges, enough for a strong diagonal.
private func solved(_ a: Doubles, _ b: Doubles, shape: [Int]) -> Doubles {
  let (n, width) = (a.shape[0], b.shape[1])
  var rows = (0..<n).map { i in (0..<n).map { a[[i, $0]] } + (0..<width).map { b[[i, $0]] } }
  for k in 0..<n {
    rows[k] = rows[k].map { $0 / rows[k][k] }
    for i in 0..<n where i != k {
      let factor = rows[i][k]
      for j in rows[i].indices { rows[i][j] -= factor * rows[k][j] }
    }
  }
  return Doubles(shape, rows.flatMap { $0.suffix(width) })
}

private func determinant(_ a: Doubles) -> Double {
  (0..<3).reduce(0) { sum, j in
    let (k, l) = ((j + 1) % 3, (j + 2) % 3)
    return sum + a[[0, j]] * (a[[1, k]] * a[[2, l]] - a[[1, l]] * a[[2, k]])
  }
}

private func factor(_ a: Doubles) -> Doubles {
  var lower = Doubles([3, 3]) { _ in 0 }
  for i in 0..<3 {
    for j in 0...i {
      let sum = (0..<j).reduce(a[[i, j]]) { $0 - lower[[i, $1]] * lower[[j, $1]] }
      lower.values[i * 3 + j] = i == j ? sum.squareRoot() : sum / lower[[j, j]]
    }
  }
  return lower
}
