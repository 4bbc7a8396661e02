extension Tensor {
  /// x with a x = b, by elimination with partial pivoting in double precision.
  ///
  ///     try Tensor([[2, 0], [0, 4]]).solve(Tensor([2, 2])).list      // [1, 0.5]
  ///
  /// Gradient: that of b is aᵀ⁻¹ g, that of a is the former's negative times xᵀ (Giles, 2008).
  ///
  /// - Parameter b: [n] or [n, k], for a tensor [n, n]
  /// - Throws: a fault for a matrix that is not square, or singular; `UntraceableError`.
  public func solve(_ b: Tensor) throws -> Tensor {
    let matrix = try DoubleMatrix("solve", self)
    guard matrix.rows == matrix.columns else {
      throw MatrixFault.notSquare("solve", matrix, try: "a:lstsq(b)")
    }
    let right = try DoubleMatrix("solve", columnOr: b)
    guard right.rows == matrix.rows else { throw ShapeFault.mismatch("solve", shape, b.shape) }
    let factors = try LUFactors(matrix)
    if let pivot = factors.missingPivot {
      throw MatrixFault.singular("solve", matrix, pivot: pivot, try: "a:det()")
    }
    let x = factors.solve(right)
    return x.tensor(b.shape).recorded(from: self, b) { [shape] gradient in
      let given = try DoubleMatrix("solve", columnOr: gradient)
      let ofB = factors.solveTransposed(given)
      let ofA = (ofB * x.transposed).map { _, _, value in -value }
      return [ofA.tensor(shape), ofB.tensor(b.shape)]
    }
  }

  /// The inverse of a matrix [n, n]. Gradient: -a⁻ᵀ g a⁻ᵀ. To solve equations, `solve` is quicker and rounds less.
  public func inverse() throws -> Tensor {
    let matrix = try DoubleMatrix("inverse", self)
    guard matrix.rows == matrix.columns else { throw MatrixFault.notSquare("inverse", matrix) }
    let factors = try LUFactors(matrix)
    if let pivot = factors.missingPivot {
      throw MatrixFault.singular("inverse", matrix, pivot: pivot, try: "a:det()")
    }
    let inverse = factors.solve(.identity(matrix.rows))
    return inverse.tensor.recorded(from: self) { gradient in
      let turned = inverse.transposed
      let product = try turned * DoubleMatrix("inverse", gradient) * turned
      return [product.map { _, _, value in -value }.tensor]
    }
  }

  /// The determinant of a matrix [n, n]; 0 when it is singular. Gradient: g det(a) a⁻ᵀ, for regular matrices only.
  public func determinant() throws -> Tensor {
    let matrix = try DoubleMatrix("det", self)
    guard matrix.rows == matrix.columns else { throw MatrixFault.notSquare("det", matrix) }
    let factors = try LUFactors(matrix)
    let determinant = factors.determinant
    return Tensor(Float(determinant)).recorded(from: self) { gradient in
      if let pivot = factors.missingPivot {
        throw MatrixFault.singular("det gradient", matrix, pivot: pivot)
      }
      let factor = determinant * Double(gradient.item)
      let inverse = factors.solveTransposed(.identity(matrix.rows))
      return [inverse.map { _, _, value in factor * value }.tensor]
    }
  }
}
