#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension SeededGenerator {
  /// A number in 0 ..< 1, every multiple of 2⁻⁵³ equally likely.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number in `range`.
  public mutating func uniform(in range: ClosedRange<Double>) -> Double {
    range.lowerBound + uniform() * (range.upperBound - range.lowerBound)
  }

  /// A whole number in 0 ..< `bound`, without bias (Lemire, 2019).
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "below: the bound must be positive")
    let limit = UInt64(bound)
    var product = next().multipliedFullWidth(by: limit)
    if product.low < limit {
      let floor = (0 &- limit) % limit
      while product.low < floor { product = next().multipliedFullWidth(by: limit) }
    }
    return Int(product.high)
  }

  /// A number of the normal distribution (Box and Muller, 1958), with standard deviation `deviation`.
  public mutating func normal(mean: Double = 0, deviation: Double = 1) -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return mean + deviation * radius * cos(2 * .pi * uniform())
  }

  /// The numbers 0 ..< `count` in random order (Fisher and Yates).
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    guard count > 1 else { return order }
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, below(last + 1)) }
    return order
  }
}
