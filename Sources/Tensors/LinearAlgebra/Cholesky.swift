internal import Report

extension Tensor {
  /// The lower triangle l with l lᵀ = a, of a symmetric positive definite matrix [n, n] (Golub and Van Loan, 4.2).
  ///
  /// Gradient: s = l⁻ᵀ p(lᵀ g) l⁻¹, made symmetric, where p keeps the lower triangle and half of the diagonal
  /// (Murray, 2016).
  ///
  /// - Throws: a fault for a matrix that is not square, not symmetric, or not positive definite, with the pivot.
  public func cholesky() throws -> Tensor {
    let matrix = try DoubleMatrix("cholesky", self).symmetric("cholesky")
    let n = matrix.rows
    let limit = Double(n) * .ulpOfOne * (matrix.values.map(\.magnitude).max() ?? 0)
    var lower = DoubleMatrix(zeros: n, n)
    for j in 0..<n {
      try Interruption.check()
      var pivot = matrix[j, j]
      for k in 0..<j { pivot -= lower[j, k] * lower[j, k] }
      guard pivot > limit else { throw MatrixFault.notPositive("cholesky", pivot: j, pivot, n) }
      lower[j, j] = pivot.squareRoot()
      for i in j + 1..<Swift.max(n, j + 1) {
        var sum = matrix[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        lower[i, j] = sum / lower[j, j]
      }
    }
    let factor = lower
    return factor.tensor.recorded(from: self) { gradient in
      let given = try DoubleMatrix("cholesky", gradient).map { i, j, value in j <= i ? value : 0 }
      let inner = (factor.transposed * given).map { i, j, value in i > j ? value : i == j ? value / 2 : 0 }
      let triangle = try LUFactors(factor)
      let left = triangle.solveTransposed(inner)
      let both = triangle.solveTransposed(left.transposed).transposed
      return [both.map { i, j, value in (value + both[j, i]) / 2 }.tensor]
    }
  }
}
