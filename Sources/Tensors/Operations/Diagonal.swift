internal import Report

extension Tensor {
  /// A vector [n] as the diagonal of a matrix [n, n], or the diagonal of a matrix [m, n] as a vector.
  public func diagonal() throws -> Tensor {
    switch rank {
    case 1: spreadOnDiagonal(rows: count, columns: count)
    case 2: takenFromDiagonal()
    default:
      throw ShapeFault.wanted("diag", shape, en: "a vector [n] or a matrix [m, n]", zh: "向量 [n] 或矩阵 [m, n]")
    }
  }

  private func spreadOnDiagonal(rows: Int, columns: Int) -> Tensor {
    let n = count
    return Tensor.computed("diag", [rows, columns], from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      y.update(repeating: 0, count: rows * columns)
      for i in 0..<n { y[i * columns + i] = x[i] }
    }.recorded(from: self) { gradient in [gradient.takenFromDiagonal()] }
  }

  private func takenFromDiagonal() -> Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let n = Swift.min(rows, columns)
    return Tensor.computed("diag", [n], from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      for i in 0..<n { y[i] = x[i * columns + i] }
    }.recorded(from: self) { gradient in [gradient.spreadOnDiagonal(rows: rows, columns: columns)] }
  }
}
