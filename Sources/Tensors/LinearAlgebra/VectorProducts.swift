extension Tensor {
  /// The sum of the products of two vectors [n].
  public static func dot(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    guard a.rank == 1, a.shape == b.shape else { throw ShapeFault.mismatch("dot", a.shape, b.shape) }
    return try (a * b).sum()
  }

  /// Every value of one vector [m] times every value of another [n], [m, n].
  public static func outer(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    guard a.rank == 1, b.rank == 1 else { throw ShapeFault.mismatch("outer", a.shape, b.shape) }
    return try a.reshaped([a.count, 1]) * b.reshaped([1, b.count])
  }

  /// The sum of the diagonal of a matrix.
  public func trace() throws -> Tensor {
    guard rank == 2 else {
      throw ShapeFault.wanted("trace", shape, en: "a matrix [rows, columns]", zh: "矩阵 [行, 列]")
    }
    return try diagonal().sum()
  }
}
