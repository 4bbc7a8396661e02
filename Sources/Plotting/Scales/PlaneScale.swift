/// The ranges of a plane's two axes, wide enough for every mark.
struct PlaneScale {
  var x: ClosedRange<Double>
  var y: ClosedRange<Double>

  init(_ marks: [Mark], x xAxis: Axis, y yAxis: Axis) {
    var across = Extent(), up = Extent()
    var standsOnZero = false
    for mark in marks {
      switch mark {
      case .line(let series), .points(let series):
        for (x, y) in zip(series.x, series.y) where x.isFinite && y.isFinite {
          across.take(x)
          up.take(y)
        }
      case .blocks(let blocks, _):
        standsOnZero = true
        for block in blocks {
          across.take(block.low)
          across.take(block.high)
          up.take(block.height)
        }
      case .rule(let rule):
        if rule.direction == .horizontal { up.take(rule.value) } else { across.take(rule.value) }
      }
    }
    if standsOnZero { up.take(0) }
    x = xAxis.limits ?? across.range(margin: standsOnZero ? 0 : 0.02)
    y = yAxis.limits ?? (standsOnZero ? up.low...(max(up.high, 1e-300) * 1.05) : up.range(margin: 0.05))
  }
}

/// The smallest and the largest of what was taken.
struct Extent {
  var low = Double.infinity
  var high = -Double.infinity

  mutating func take(_ value: Double) {
    guard value.isFinite else { return }
    low = min(low, value)
    high = max(high, value)
  }

  /// From low to high with a margin on both sides; never empty.
  func range(margin: Double) -> ClosedRange<Double> {
    guard low <= high else { return 0...1 }
    if low == high {
      let half = max(abs(low) * 0.05, 0.5)
      return (low - half)...(high + half)
    }
    let space = (high - low) * margin
    return (low - space)...(high + space)
  }
}
