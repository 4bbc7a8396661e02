internal import Report

extension Tensor {
  /// The eigenvalues of a symmetric matrix [n, n] in ascending order, [n], and its eigenvectors of length 1 as the
  /// columns of [n, n], each with its greatest component positive.
  ///
  /// Gradient: that of the values, v diag(g) vᵀ; none flows through the vectors.
  ///
  /// - Throws: a fault for a matrix that is not square or not symmetric.
  public func symmetricEigen() throws -> (values: Tensor, vectors: Tensor) {
    let matrix = try DoubleMatrix("eigh", self).symmetric("eigh")
    let n = matrix.rows
    var solver = try SymmetricEigenSolver(matrix)
    try solver.iterate()
    let (values, columns) = solver.sorted()
    let vectors = DoubleMatrix(rows: n, columns: n, columns).transposed
    let result = DoubleMatrix(rows: 1, columns: n, values).tensor([n]).recorded(from: self) { gradient in
      let weighted = vectors.map { _, j, value in value * Double(gradient.list[j]) }
      return [(weighted * vectors.transposed).tensor]
    }
    return (result, vectors.tensor)
  }
}

/// Householder's reduction to three diagonals and the implicit QL iteration on them (Martin, Reinsch and Wilkinson,
/// 1968; Dubrulle, Martin and Wilkinson, 1968; Golub and Van Loan, 8.3).
private struct SymmetricEigenSolver {
  private let n: Int
  /// Component k of vector i is at i n + k.
  private var vectors: [Double]
  private var diagonal: [Double]
  private var beside: [Double]

  init(_ matrix: DoubleMatrix) throws {
    n = matrix.rows
    vectors = matrix.values
    diagonal = [Double](repeating: 0, count: n)
    beside = diagonal
    guard n > 0 else { return }
    for j in 0..<n { diagonal[j] = vectors[j * n + n - 1] }
    for i in stride(from: n - 1, to: 0, by: -1) {
      try Interruption.check()
      reduce(i)
    }
    accumulate()
  }

  private mutating func reduce(_ i: Int) {
    let scale = diagonal[..<i].reduce(0) { $0 + $1.magnitude }
    guard scale > 0 else {
      beside[i] = diagonal[i - 1]
      for j in 0..<i {
        diagonal[j] = vectors[j * n + i - 1]
        vectors[j * n + i] = 0
        vectors[i * n + j] = 0
      }
      diagonal[i] = 0
      return
    }
    for k in 0..<i { diagonal[k] /= scale }
    var square = diagonal[..<i].reduce(0) { $0 + $1 * $1 }
    let f = diagonal[i - 1]
    let g = f > 0 ? -square.squareRoot() : square.squareRoot()
    beside[i] = scale * g
    square -= f * g
    diagonal[i - 1] = f - g
    for j in 0..<i { beside[j] = 0 }
    for j in 0..<i {
      let f = diagonal[j]
      vectors[i * n + j] = f
      var sum = beside[j] + vectors[j * n + j] * f
      for k in j + 1..<Swift.max(i, j + 1) {
        sum += vectors[j * n + k] * diagonal[k]
        beside[k] += vectors[j * n + k] * f
      }
      beside[j] = sum
    }
    var dot = 0.0
    for j in 0..<i {
      beside[j] /= square
      dot += beside[j] * diagonal[j]
    }
    let half = dot / (square + square)
    for j in 0..<i { beside[j] -= half * diagonal[j] }
    for j in 0..<i {
      let (f, g) = (diagonal[j], beside[j])
      for k in j..<i { vectors[j * n + k] -= f * beside[k] + g * diagonal[k] }
      diagonal[j] = vectors[j * n + i - 1]
      vectors[j * n + i] = 0
    }
    diagonal[i] = square
  }

  /// Multiplies the reflections together.
  private mutating func accumulate() {
    for i in 0..<n - 1 {
      vectors[i * n + n - 1] = vectors[i * n + i]
      vectors[i * n + i] = 1
      let next = (i + 1) * n
      let square = diagonal[i + 1]
      if square != 0 {
        for k in 0...i { diagonal[k] = vectors[next + k] / square }
        for j in 0...i {
          var dot = 0.0
          for k in 0...i { dot += vectors[next + k] * vectors[j * n + k] }
          for k in 0...i { vectors[j * n + k] -= dot * diagonal[k] }
        }
      }
      for k in 0...i { vectors[next + k] = 0 }
    }
    for j in 0..<n {
      diagonal[j] = vectors[j * n + n - 1]
      vectors[j * n + n - 1] = 0
    }
    vectors[n * n - 1] = 1
    beside[0] = 0
  }

  /// Brings the values beside the diagonal to 0.
  mutating func iterate() throws {
    guard n > 0 else { return }
    for i in 1..<Swift.max(n, 1) { beside[i - 1] = beside[i] }
    beside[n - 1] = 0
    var shifts = 0.0, size = 0.0
    for l in 0..<n {
      try Interruption.check()
      size = Swift.max(size, diagonal[l].magnitude + beside[l].magnitude)
      let limit = .ulpOfOne * size
      let m = (l..<n).first { beside[$0].magnitude <= limit } ?? n - 1
      var sweeps = 0
      while m > l {
        guard sweeps < 100 else { throw MatrixFault.notConverged("eigh") }
        sweeps += 1
        shifts += shift(l)
        chase(from: m, to: l)
        if beside[l].magnitude <= limit { break }
      }
      diagonal[l] += shifts
      beside[l] = 0
    }
  }

  /// Takes an approximate eigenvalue off the diagonal from place l on, and gives it.
  private mutating func shift(_ l: Int) -> Double {
    let g = diagonal[l]
    let p = (diagonal[l + 1] - g) / (2 * beside[l])
    let length = (p * p + 1).squareRoot()
    let r = p < 0 ? -length : length
    diagonal[l] = beside[l] / (p + r)
    diagonal[l + 1] = beside[l] * (p + r)
    let h = g - diagonal[l]
    for i in l + 2..<Swift.max(n, l + 2) { diagonal[i] -= h }
    return h
  }

  private mutating func chase(from m: Int, to l: Int) {
    let (second, below) = (diagonal[l + 1], beside[l + 1])
    var p = diagonal[m]
    var (c, c2, c3, s, s2) = (1.0, 1.0, 1.0, 0.0, 0.0)
    for i in stride(from: m - 1, through: l, by: -1) {
      (c3, c2, s2) = (c2, c, s)
      let g = c * beside[i], h = c * p
      let r = (p * p + beside[i] * beside[i]).squareRoot()
      beside[i + 1] = s * r
      (s, c) = (beside[i] / r, p / r)
      p = c * diagonal[i] - s * g
      diagonal[i + 1] = h + s * (c * g + s * diagonal[i])
      rotate(i, c, s)
    }
    p = -s * s2 * c3 * below * beside[l] / second
    beside[l] = s * p
    diagonal[l] = c * p
  }

  /// Turns vectors i and i + 1 in their plane.
  private mutating func rotate(_ i: Int, _ c: Double, _ s: Double) {
    vectors.withUnsafeMutableBufferPointer { v in
      for k in i * n..<(i + 1) * n {
        let h = v[k + n]
        v[k + n] = s * v[k] + c * h
        v[k] = c * v[k] - s * h
      }
    }
  }

  /// Values in ascending order and their vectors, each with its greatest component positive.
  func sorted() -> (values: [Double], vectors: [Double]) {
    let order = (0..<n).sorted { (diagonal[$0], $0) < (diagonal[$1], $1) }
    let columns = order.flatMap { i in Array(vectors[i * n..<(i + 1) * n]).facingUp }
    return (order.map { diagonal[$0] }, columns)
  }
}

extension [Double] {
  /// The vector or its negative, whichever has its greatest component positive.
  var facingUp: [Double] {
    let most = map(\.magnitude).max() ?? 0
    // Components that only rounding tells apart count as equal.
    let first = first { $0.magnitude >= most * (1 - 1e-9) } ?? 0
    return first < 0 ? map { -$0 } : self
  }
}
