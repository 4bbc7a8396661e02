/// One category of a figure and what is shown for it.
public struct Row: Sendable {
  public enum Shape: Sendable {
    /// A length from zero, with the interval it is sure within when there is one.
    case bar(Double, interval: ClosedRange<Double>?)
    case box(FiveNumbers)
  }

  public var label: String
  public var shape: Shape

  public init(_ label: String, _ shape: Shape) {
    self.label = label
    self.shape = shape
  }
}

/// Median, quartiles and whiskers of a sample, and what lies beyond (Tukey, Exploratory Data Analysis, 1977):
/// a whisker ends at the last value within 1.5 interquartile ranges of its quartile.
public struct FiveNumbers: Sendable, Hashable {
  public var low: Double
  public var lowerQuartile: Double
  public var median: Double
  public var upperQuartile: Double
  public var high: Double
  public var outliers: [Double]
  public var count: Int

  /// Nil for a sample without numbers.
  public init?(of values: [Double]) {
    let sorted = values.filter { $0.isFinite }.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    lowerQuartile = quantile(sorted, 0.25)
    median = quantile(sorted, 0.5)
    upperQuartile = quantile(sorted, 0.75)
    let reach = 1.5 * (upperQuartile - lowerQuartile)
    let (lower, upper) = (lowerQuartile - reach, upperQuartile + reach)
    low = sorted.first { $0 >= lower } ?? first
    high = sorted.last { $0 <= upper } ?? last
    outliers = sorted.filter { $0 < lower || $0 > upper }
    count = sorted.count
  }
}

/// The quantile `share` of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan, 1996).
package func quantile(_ sorted: [Double], _ share: Double) -> Double {
  precondition(!sorted.isEmpty, "quantile: no numbers")
  let place = share * Double(sorted.count - 1)
  let below = Int(place)
  guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
  return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
}
