internal import Report

/// The words of faults in linear algebra; rows and columns counted from 1.
enum MatrixFault {
  static func notSquare(_ operation: String, _ matrix: DoubleMatrix, try remedy: String? = nil) -> Fault {
    let shape = [matrix.rows, matrix.columns].text
    return Fault(
      .shape, en: "\(operation): the matrix is \(shape), wanted as many rows as columns",
      zh: "\(operation)：矩阵为 \(shape)，行数应等于列数", try: remedy)
  }

  /// Column `pivot` (counted from 0) follows from those before it.
  static func singular(
    _ operation: String, _ matrix: DoubleMatrix, pivot: Int, try remedy: String? = nil
  ) -> Fault {
    let (shape, column) = ([matrix.rows, matrix.columns].text, pivot + 1)
    return Fault(
      .range,
      en: "\(operation): \(shape) is singular: pivot \(column) is 0, "
        + (pivot == 0 ? "column 1 is all 0" : "column \(column) follows from the columns before it"),
      zh: "\(operation)：矩阵 \(shape) 奇异：第 \(column) 个主元为 0，"
        + (pivot == 0 ? "第 1 列全为 0" : "第 \(column) 列可由前面的列线性表示"), try: remedy)
  }

  static func notSymmetric(_ operation: String, _ matrix: DoubleMatrix, _ i: Int, _ j: Int) -> Fault {
    let (upper, lower) = (matrix[i, j].significant(), matrix[j, i].significant())
    return Fault(
      .range,
      en: "\(operation): the matrix is not symmetric: row \(i + 1), column \(j + 1) is \(upper), "
        + "row \(j + 1), column \(i + 1) is \(lower)",
      zh: "\(operation)：矩阵不对称：第 \(i + 1) 行第 \(j + 1) 列为 \(upper)，"
        + "第 \(j + 1) 行第 \(i + 1) 列为 \(lower)", try: "a = (a + a:transpose()) / 2")
  }

  static func notPositive(_ operation: String, pivot: Int, _ value: Double, _ n: Int) -> Fault {
    let seen = value.significant()
    return Fault(
      .range,
      en: "\(operation): the matrix is not positive definite: pivot \(pivot + 1) is \(seen)",
      zh: "\(operation)：矩阵不正定：第 \(pivot + 1) 个主元为 \(seen)",
      try: "a = a + 0.001 * tensor.identity(\(n))")
  }

  static func notConverged(_ operation: String) -> Fault {
    Fault(.limit, en: "\(operation): no result after 100 sweeps", zh: "\(operation)：100 轮迭代后仍未收敛")
  }
}

extension DoubleMatrix {
  /// The matrix with both triangles equal.
  ///
  /// - Throws: a fault when it is not square, or when two values across the diagonal differ by more than float32
  ///   rounding leaves in a sum.
  func symmetric(_ operation: String) throws -> DoubleMatrix {
    guard rows == columns else { throw MatrixFault.notSquare(operation, self) }
    let allowed = 1e-5 * (values.map(\.magnitude).max() ?? 0)
    for i in 0..<rows {
      for j in 0..<i where abs(self[i, j] - self[j, i]) > allowed {
        throw MatrixFault.notSymmetric(operation, self, j, i)
      }
    }
    return map { i, j, value in (value + self[j, i]) / 2 }
  }
}
