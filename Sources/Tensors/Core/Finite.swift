internal import CKernels

extension Tensor {
  /// Whether no value is NaN or infinite.
  public var isFinite: Bool { ck_all_finite(values, count) }

  /// The square root of the sum of the squares, in double precision.
  public var norm: Double { ck_squared_norm(values, count).squareRoot() }
}
