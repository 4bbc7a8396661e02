internal import Report

extension Tensor {
  /// u, s and v with u diag(s) vᵀ = a, of a matrix [m, n]: the columns of u [m, k] and v [n, k] are at right
  /// angles and of length 1, s [k] descends, and k is the smaller of m and n.
  ///
  /// Gradient: that of the values, u diag(g) vᵀ; none flows through u and v.
  public func singularValues() throws -> (u: Tensor, s: Tensor, v: Tensor) {
    let matrix = try DoubleMatrix("svd", self)
    let isTall = matrix.rows >= matrix.columns
    var solver = SingularValueSolver(isTall ? matrix : matrix.transposed)
    try solver.iterate()
    let (left, values, right) = solver.finished()
    let (u, v) = isTall ? (left, right) : (right, left)
    let s = DoubleMatrix(rows: 1, columns: values.count, values).tensor([values.count])
    let recorded = s.recorded(from: self) { gradient in
      let weighted = u.map { _, j, value in value * Double(gradient.list[j]) }
      return [(weighted * v.transposed).tensor]
    }
    return (u.tensor, recorded, v.tensor)
  }
}

/// Columns turned in pairs until all are at right angles: one-sided Jacobi (Hestenes, 1958; Golub and Van Loan,
/// 8.6).
private struct SingularValueSolver {
  private let m: Int
  private let n: Int
  /// The columns of the matrix, and of the rotations so far, each in one piece.
  private var columns: [Double]
  private var turns: [Double]

  /// - Parameter matrix: with at least as many rows as columns.
  init(_ matrix: DoubleMatrix) {
    (m, n) = (matrix.rows, matrix.columns)
    columns = matrix.transposed.values
    turns = DoubleMatrix.identity(n).values
  }

  mutating func iterate() throws {
    for _ in 0..<100 {
      try Interruption.check()
      var turned = false
      for p in 0..<n {
        for q in p + 1..<Swift.max(n, p + 1) where turn(p, q) { turned = true }
      }
      if !turned { return }
    }
    throw MatrixFault.notConverged("svd")
  }

  /// Turns two columns in their plane; false when they were at right angles.
  private mutating func turn(_ p: Int, _ q: Int) -> Bool {
    var (pp, qq, pq) = (0.0, 0.0, 0.0)
    columns.withUnsafeBufferPointer { a in
      for k in 0..<m {
        let (x, y) = (a[p * m + k], a[q * m + k])
        pp += x * x
        qq += y * y
        pq += x * y
      }
    }
    guard pq.magnitude > 1e-15 * (pp * qq).squareRoot() else { return false }
    let zeta = (qq - pp) / (2 * pq)
    let t = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
    let c = 1 / (1 + t * t).squareRoot()
    SingularValueSolver.rotate(&columns, p * m, q * m, m, c, c * t)
    SingularValueSolver.rotate(&turns, p * n, q * n, n, c, c * t)
    return true
  }

  private static func rotate(
    _ values: inout [Double], _ p: Int, _ q: Int, _ count: Int, _ c: Double, _ s: Double
  ) {
    values.withUnsafeMutableBufferPointer { a in
      for k in 0..<count {
        let (x, y) = (a[p + k], a[q + k])
        a[p + k] = c * x - s * y
        a[q + k] = s * x + c * y
      }
    }
  }

  /// The lengths of the columns in descending order, with the columns and rotations that belong to them.
  func finished() -> (u: DoubleMatrix, s: [Double], v: DoubleMatrix) {
    let parts = (0..<n).map { Array(columns[$0 * m..<($0 + 1) * m]) }
    let lengths = parts.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let order = (0..<n).sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    let limit = Double(m) * .ulpOfOne * (lengths.max() ?? 0)
    var left: [[Double]] = []
    var right: [Double] = []
    for i in order {
      let turned = Array(turns[i * n..<(i + 1) * n])
      let isUp = turned.facingUp == turned
      right += turned.facingUp
      if lengths[i] > limit {
        left.append(parts[i].map { $0 / (isUp ? lengths[i] : -lengths[i]) })
      } else {
        left.append(SingularValueSolver.direction(at: left, m))
      }
    }
    return (
      DoubleMatrix(rows: n, columns: m, left.flatMap { $0 }).transposed, order.map { lengths[$0] },
      DoubleMatrix(rows: n, columns: n, right).transposed
    )
  }

  /// A vector of length 1 at right angles to those given: what is left of the axis that they span least.
  private static func direction(at others: [[Double]], _ m: Int) -> [Double] {
    let covered = (0..<m).map { axis in others.reduce(0) { $0 + $1[axis] * $1[axis] } }
    let axis = covered.indices.min { covered[$0] < covered[$1] } ?? 0
    var vector = [Double](repeating: 0, count: m)
    vector[axis] = 1
    for _ in 0..<2 {
      for other in others {
        let dot = zip(vector, other).reduce(0) { $0 + $1.0 * $1.1 }
        for k in 0..<m { vector[k] -= dot * other[k] }
      }
    }
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / length }
  }
}
