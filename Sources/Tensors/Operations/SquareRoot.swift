extension Tensor {
  /// The square root of every value.
  public func squareRoot() -> Tensor {
    elementwise({ $0.squareRoot() }, derivative: { _, y in 0.5 / y })
  }
}
