internal import Report

extension Tensor {
  /// x that makes the sum of the squares of a x - b smallest, by Householder reflections (Golub and Van Loan, 5.3).
  /// No gradient flows through it.
  ///
  /// - Parameter b: [m] or [m, k], for a tensor [m, n] with at least as many rows as columns
  /// - Throws: a fault for too few rows, and for a column that follows from those before it.
  public func leastSquares(_ b: Tensor) throws -> Tensor {
    let matrix = try DoubleMatrix("lstsq", self)
    let right = try DoubleMatrix("lstsq", columnOr: b)
    let (m, n) = (matrix.rows, matrix.columns)
    guard right.rows == m else { throw ShapeFault.mismatch("lstsq", shape, b.shape) }
    guard m >= n else {
      throw Fault(
        .shape, en: "lstsq: \(shape.text) has \(m) rows for \(n) unknowns, wanted at least \(n)",
        zh: "lstsq：\(shape.text) 只有 \(m) 行，却有 \(n) 个未知数，至少需要 \(n) 行")
    }
    // The columns of a, then those of b, each in one piece.
    var columns = matrix.transposed.values + right.transposed.values
    var diagonal = [Double](repeating: 0, count: n)
    for k in 0..<n {
      try Interruption.check()
      guard let value = columns.reflect(k, rows: m) else {
        throw MatrixFault.singular("lstsq", matrix, pivot: k, try: "a:svd()")
      }
      diagonal[k] = value
    }
    var x = DoubleMatrix(zeros: n, right.columns)
    for k in 0..<right.columns {
      let y = (n + k) * m
      for i in (0..<n).reversed() {
        var sum = columns[y + i]
        for j in i + 1..<Swift.max(n, i + 1) { sum -= columns[j * m + i] * x[j, k] }
        x[i, k] = sum / diagonal[i]
      }
    }
    return x.tensor(b.rank == 1 ? [n] : [n, right.columns])
  }
}

extension [Double] {
  /// Reflects column k and those after it so that column k ends at its diagonal, whose value is the result; nil
  /// when nothing but rounding is left of the column.
  fileprivate mutating func reflect(_ k: Int, rows m: Int) -> Double? {
    let size = count
    return withUnsafeMutableBufferPointer { a in
      let v = a.extracting(k * m..<(k + 1) * m)
      let whole = v.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let length = (k..<m).reduce(0) { $0 + v[$1] * v[$1] }.squareRoot()
      guard length > Double(m) * .ulpOfOne * whole else { return nil }
      let value = v[k] > 0 ? -length : length
      v[k] -= value
      let square = (k..<m).reduce(0) { $0 + v[$1] * v[$1] }
      for column in stride(from: (k + 1) * m, to: size, by: m) {
        let dot = (k..<m).reduce(0) { $0 + v[$1] * a[column + $1] }
        let factor = 2 * dot / square
        for i in k..<m { a[column + i] -= factor * v[i] }
      }
      return value
    }
  }
}
