internal import Glibc
internal import Report

/// Places along an axis that carry a number.
package struct Ticks: Sendable, Equatable {
  package var values: [Double]
  package var labels: [String]
}

extension Axis {
  /// About `count` round places within `range`.
  package func ticks(in range: ClosedRange<Double>, about count: Int) -> Ticks {
    switch scale {
    case .numbers: numberTicks(in: range, about: count)
    case .time(let offset): timeTicks(in: range, offset: offset, about: count)
    }
  }
}

/// Round numbers in steps of 1, 2 or 5 times a power of ten.
package func numberTicks(in range: ClosedRange<Double>, about count: Int) -> Ticks {
  let step = roundStep(range.upperBound - range.lowerBound, about: count)
  let first = (range.lowerBound / step - 1e-9).rounded(.up)
  let last = (range.upperBound / step + 1e-9).rounded(.down)
  guard last >= first, last - first < 1000 else { return Ticks(values: [], labels: []) }
  let values = stride(from: first, through: last, by: 1).map { $0 * step + 0 }
  let places = max(0, Int((-log10(step) - 1e-9).rounded(.up)))
  let largest = max(abs(range.lowerBound), abs(range.upperBound))
  if largest >= 1e9 || places > 5 { return Ticks(values: values, labels: values.map { $0.significant(4) }) }
  return Ticks(values: values, labels: values.map { label($0, places: places) })
}

private func label(_ value: Double, places: Int) -> String {
  if places == 0, abs(value) >= 10_000 { return Int(value.rounded()).grouped }
  return value.fixed(places)
}

/// The step of 1, 2 or 5 times a power of ten that cuts `span` into about `count` parts.
package func roundStep(_ span: Double, about count: Int) -> Double {
  let rough = span / Double(max(1, count))
  guard rough > 0, rough.isFinite else { return 1 }
  let power = pow(10, log10(rough).rounded(.down))
  let part = rough / power
  return power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10)
}
