extension Tensor {
  /// How many values over `axes` (counted from 0; all when empty) are not 0. No gradient flows through it.
  public func nonzeroCount(_ axes: [Int] = []) throws -> Tensor {
    try detached().eachValue("nonzero") { $0 != 0 ? 1 : 0 }.sum(axes)
  }

  /// 1 where any value over `axes` is not 0, else 0.
  public func any(_ axes: [Int] = []) throws -> Tensor {
    try nonzeroCount(axes).eachValue("any") { $0 > 0 ? 1 : 0 }
  }

  /// 1 where every value over `axes` is not 0, else 0; of no values every one is.
  public func all(_ axes: [Int] = []) throws -> Tensor {
    let zeros = try detached().eachValue("zero") { $0 == 0 ? 1 : 0 }.sum(axes)
    return zeros.eachValue("all") { $0 == 0 ? 1 : 0 }
  }
}
