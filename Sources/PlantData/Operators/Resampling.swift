/// How the samples around a moment become one value for a time step.
public enum Resampling: String, Sendable, CaseIterable {
  /// The plain mean of the samples within the step; none gives a missing value.
  case mean
  /// The least, the greatest, the first or the last sample within the step.
  case min, max, first, last
  /// The sum of the samples within the step, and how many there are.
  case sum, count
  /// The value that held at the step's beginning: the last sample at or before it.
  case hold
  /// The value at the step's beginning on a straight line between the samples around it.
  case linear
  /// The mean over the step of a value that holds from each sample to the next, weighted by time: right for
  /// historians that store a value only when it changes.
  case timeWeighted = "time_weighted"

  var aggregate: Aggregate? {
    switch self {
    case .mean: .mean
    case .min: .min
    case .max: .max
    case .first: .first
    case .last: .last
    case .sum: .sum
    case .count: .count
    case .hold, .linear, .timeWeighted: nil
    }
  }
}
