extension Tensor {
  /// The matrix product: [m, k] by [k, n] is [m, n]. Axes before the last two must agree, or be missing on
  /// the right; a vector counts as a row on the left and as a column on the right.
  public static func matrixMultiply(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    guard a.rank > 0, b.rank > 0 else { throw ShapeFault.mismatch("matmul", a.shape, b.shape) }
    if a.rank == 1 {
      let product = try matrixMultiply(a.reshaped([1, a.count]), b)
      var shape = product.shape
      shape.remove(at: b.rank == 1 ? 0 : shape.count - 2)
      return try product.reshaped(shape)
    }
    if b.rank == 1 {
      let product = try matrixMultiply(a, b.reshaped([b.count, 1]))
      return try product.reshaped(Shape(product.shape.dropLast()))
    }
    let (k, n) = (a.shape[a.rank - 1], b.shape[b.rank - 1])
    guard k == b.shape[b.rank - 2] else {
      throw ShapeFault.mismatch(
        "matmul", a.shape, b.shape, try: k == n ? "a:matmul(b:transpose())" : nil)
    }
    if b.rank == 2 {
      let product = try product(a.reshaped([a.shape.dropLast().reduce(1, *), k]), b)
      return try product.reshaped(a.shape.dropLast() + [n])
    }
    return try batchedMatrixMultiply(a, b)
  }

  /// [m, k] by [k, n]
  private static func product(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let precision = Precision.current
    return MatrixProduct(a, b).result().recorded(from: a, b) { gradient in
      precision.use {
        [
          a.tracksGradient ? MatrixProduct(gradient, b, transposingB: true).result() : nil,
          b.tracksGradient ? MatrixProduct(a, gradient, transposingA: true).result() : nil,
        ]
      }
    }
  }
}
