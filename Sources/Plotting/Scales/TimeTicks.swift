internal import Report

/// Round times of day, days or months.
package func timeTicks(in range: ClosedRange<Double>, offset: Int, about count: Int) -> Ticks {
  let span = range.upperBound - range.lowerBound
  let rough = span / Double(max(1, count))
  let steps: [Double] = [
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800,
    604_800,
  ]
  guard rough > 0.5 else { return subsecondTicks(in: range, offset: offset, about: count) }
  guard let step = steps.first(where: { $0 >= rough * 0.75 }) else {
    return monthTicks(in: range, offset: offset, about: count)
  }
  let shift = Double(offset)
  let first = ((range.lowerBound + shift) / step - 1e-9).rounded(.up)
  let last = ((range.upperBound + shift) / step + 1e-9).rounded(.down)
  guard last >= first else { return Ticks(values: [], labels: []) }
  let locals = stride(from: first, through: last, by: 1).map { $0 * step }
  let labels = locals.map { local -> String in
    let time = CivilTime(seconds: local)
    if step >= 86_400 { return time.monthAndDay }
    return step < 60 ? time.clock : String(time.clock.prefix(5))
  }
  return Ticks(values: locals.map { $0 - shift }, labels: labels)
}

/// Below a second: the second and its decimal part.
private func subsecondTicks(in range: ClosedRange<Double>, offset: Int, about count: Int) -> Ticks {
  let base = range.lowerBound.rounded(.down)
  let local = (range.lowerBound - base)...(range.upperBound - base)
  let step = roundStep(local.upperBound - local.lowerBound, about: count)
  let places = step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3
  let ticks = numberTicks(in: local, about: count)
  let labels = ticks.values.map { part -> String in
    let second = CivilTime(seconds: base + part + Double(offset) + 1e-6)
    return second.clock + (part + 1e-6 - part.rounded(.down)).fixed(places).dropFirst()
  }
  return Ticks(values: ticks.values.map { base + $0 }, labels: labels)
}

private func monthTicks(in range: ClosedRange<Double>, offset: Int, about count: Int) -> Ticks {
  let first = CivilTime(seconds: range.lowerBound + Double(offset))
  let last = CivilTime(seconds: range.upperBound + Double(offset))
  let (from, to) = (first.year * 12 + first.month - 1, last.year * 12 + last.month - 1)
  let rough = Double(to - from) / Double(max(1, count))
  let step =
    [1, 2, 3, 6, 12].first { Double($0) >= rough * 0.75 } ?? Int(roundStep(rough / 12, about: 1)) * 12
  var ticks = Ticks(values: [], labels: [])
  for month in stride(from: (from + step - 1) / step * step, through: to, by: step) {
    let day = CivilTime.days(year: month / 12, month: month % 12 + 1, day: 1)
    let value = Double(day * 86_400 - offset)
    guard range.contains(value) else { continue }
    ticks.values.append(value)
    let number = month % 12 + 1
    ticks.labels.append(step >= 12 ? "\(month / 12)" : "\(month / 12)-\(number < 10 ? "0" : "")\(number)")
  }
  return ticks
}
