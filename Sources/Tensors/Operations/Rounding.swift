internal import CKernels

extension Tensor {
  /// The greatest whole number that is not above each value. No gradient flows through it.
  public func floor() -> Tensor { detached().applying(CK_FLOOR) }

  /// The smallest whole number that is not below each value. No gradient flows through it.
  public func ceiling() -> Tensor { detached().applying(CK_CEIL) }

  /// The nearest number of so many decimals; of two equally near ones the even one (IEEE 754). No gradient flows
  /// through it.
  public func rounded(toDecimals decimals: Int = 0) -> Tensor {
    guard decimals != 0 else { return detached().applying(CK_ROUND) }
    var scale = 1.0
    for _ in 0..<abs(decimals) { scale *= 10 }
    return eachValue("round") { value in
      let scaled = decimals > 0 ? Double(value) * scale : Double(value) / scale
      let rounded = scaled.rounded(.toNearestOrEven)
      return Float(decimals > 0 ? rounded / scale : rounded * scale)
    }
  }

  /// -1, 0 or 1 as each value is below, at or above 0; NaN stays. No gradient flows through it.
  public func sign() -> Tensor { eachValue("sign") { $0 > 0 ? 1 : $0 < 0 ? -1 : $0.isNaN ? $0 : 0 } }
}
