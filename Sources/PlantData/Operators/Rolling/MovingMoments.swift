/// Count, sum, mean and standard deviation of a sample over values that enter and leave.
///
/// Sums are of the values' distances from one of them, so that a large offset costs no digits, and are formed anew
/// after some thousand values, so that rounding does not add up.
struct MovingMoments: MovingFigure {
  private let wantsSpread: Bool
  private(set) var count = 0
  /// Values that are no finite numbers: while there are any, the figure follows from them.
  private var odd = (positive: 0, negative: 0, nan: 0)
  private var origin = 0.0
  private var sum = 0.0
  private var squares = 0.0
  private var age = 0

  private static let oldest = 4096

  init(wantsSpread: Bool) { self.wantsSpread = wantsSpread }

  /// After many values, or where the spread is lost beside the distance from the origin.
  @inline(__always)
  var wantsRefreshing: Bool {
    (age >= MovingMoments.oldest && age > 8 * count)
      || (wantsSpread && count > 1 && squares - sum * sum / Double(count) < 1e-9 * squares)
  }

  @inline(__always)
  mutating func add(_ value: Double, _ place: Int) {
    count += 1
    age += 1
    guard value.isFinite else { return countOdd(value, 1) }
    if count == 1 { (origin, sum, squares) = (value, 0, 0) }
    let distance = value - origin
    sum += distance
    squares += distance * distance
  }

  @inline(__always)
  mutating func remove(_ value: Double, _ place: Int) {
    count -= 1
    guard value.isFinite else { return countOdd(value, -1) }
    let distance = value - origin
    sum -= distance
    squares -= distance * distance
  }

  private mutating func countOdd(_ value: Double, _ change: Int) {
    if value.isNaN {
      odd.nan += change
    } else if value > 0 {
      odd.positive += change
    } else {
      odd.negative += change
    }
    // A first value that is no number leaves the origin of the values before.
    if count == 1, change > 0 { (origin, sum, squares) = (0, 0, 0) }
  }

  mutating func clear() {
    (count, age, origin, sum, squares) = (0, 0, 0, 0, 0)
    odd = (0, 0, 0)
  }

  /// The figure now; nil where the values give none.
  @inline(__always)
  func result(_ aggregate: Aggregate) -> Double? {
    if aggregate == .count { return Double(count) }
    if odd.nan + odd.positive + odd.negative > 0 { return oddResult(aggregate) }
    let number = Double(count)
    switch aggregate {
    case .sum: return origin * number + sum
    case .mean: return count > 0 ? origin + sum / number : nil
    default:
      guard count > 1 else { return nil }
      return (max(0, squares - sum * sum / number) / (number - 1)).squareRoot()
    }
  }

  private func oddResult(_ aggregate: Aggregate) -> Double? {
    if aggregate == .std { return count > 1 ? .nan : nil }
    if odd.nan > 0 || (odd.positive > 0 && odd.negative > 0) { return .nan }
    return odd.positive > 0 ? .infinity : -.infinity
  }
}
