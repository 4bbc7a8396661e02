internal import Report

extension Tensor {
  /// How the columns of [samples, columns] vary together, [columns, columns], divided by samples - 1. No gradient
  /// flows through it.
  ///
  /// - Throws: a fault for fewer than two rows.
  public func covariance() throws -> Tensor { try centred("cov").covariance.tensor }

  /// The correlation coefficients of the columns of [samples, columns] (Pearson), [columns, columns]. No gradient
  /// flows through it.
  ///
  /// - Throws: a fault for fewer than two rows, and for a column that does not vary.
  public func correlation() throws -> Tensor {
    let covariance = try centred("corr").covariance
    let deviations = (0..<covariance.rows).map { covariance[$0, $0].squareRoot() }
    if let constant = deviations.firstIndex(of: 0) {
      throw Fault(
        .range,
        en: "corr: column \(constant + 1) of \(shape.text) is constant, its correlation is not defined",
        zh: "corr：\(shape.text) 的第 \(constant + 1) 列为常数，相关系数无定义")
    }
    return covariance.map { i, j, value in
      i == j ? 1 : Swift.min(1, Swift.max(-1, value / (deviations[i] * deviations[j])))
    }.tensor
  }

  /// Principal components of [samples, columns] (Pearson, 1901): the directions in which the rows vary most, the
  /// columns of [columns, k]; each row's place on them, [samples, k]; and their shares of the variance, [k].
  public func principalComponents(
    _ k: Int? = nil
  ) throws -> (scores: Tensor, directions: Tensor, shares: Tensor) {
    let centred = try centred("pca")
    let most = Swift.min(centred.rows, centred.columns)
    let k = k ?? most
    guard 1...most ~= k else {
      throw Fault(
        .range, en: "pca: \(k) components of \(shape.text), wanted 1 .. \(most)",
        zh: "pca：\(shape.text) 的主成分数为 \(k)，应在 1 .. \(most) 之内")
    }
    let parts = try centred.tensor.singularValues()
    let squares = parts.s.list.map { Double($0) * Double($0) }
    let total = squares.reduce(0, +)
    let directions = try parts.v.slice(0..<k, axis: 1)
    return (
      try Tensor.matrixMultiply(centred.tensor, directions), directions,
      Tensor(squares.prefix(k).map { Float(total > 0 ? $0 / total : 0) })
    )
  }

  /// The rows without the mean of each column.
  private func centred(_ operation: String) throws -> DoubleMatrix {
    let matrix = try DoubleMatrix(operation, self)
    guard matrix.rows >= 2 else {
      throw ShapeFault.wanted(
        operation, shape, en: "[samples, columns] with at least 2 samples", zh: "[样本, 列]，至少 2 个样本")
    }
    var means = [Double](repeating: 0, count: matrix.columns)
    for i in 0..<matrix.rows {
      for j in 0..<matrix.columns { means[j] += matrix[i, j] / Double(matrix.rows) }
    }
    return matrix.map { _, j, value in value - means[j] }
  }
}

extension DoubleMatrix {
  fileprivate var covariance: DoubleMatrix {
    (transposed * self).map { _, _, value in value / Double(rows - 1) }
  }
}
