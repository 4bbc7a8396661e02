/// Quantiles with linear interpolation between neighbours (Hyndman and Fan, 1996, type 7).
public enum Quantile {
  /// The value below which the share `p` of the sorted values lies.
  public static func value(_ p: Double, ofSorted values: UnsafeBufferPointer<Double>) -> Double {
    precondition(!values.isEmpty && p >= 0 && p <= 1, "Quantile: no values, or a share outside 0 .. 1")
    let place = p * Double(values.count - 1)
    let low = Int(place)
    guard low + 1 < values.count else { return values[values.count - 1] }
    return values[low] + (place - Double(low)) * (values[low + 1] - values[low])
  }
}
