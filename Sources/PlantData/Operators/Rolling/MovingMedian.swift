/// The median of values that enter and leave: they are kept in order, each finds its place by halving.
struct MovingMedian: MovingFigure {
  private var sorted: [Double] = []
  private var nans = 0

  var count: Int { sorted.count + nans }

  mutating func add(_ value: Double, _ place: Int) {
    guard !value.isNaN else {
      nans += 1
      return
    }
    sorted.insert(value, at: firstNotBelow(value))
  }

  mutating func remove(_ value: Double, _ place: Int) {
    guard !value.isNaN else {
      nans -= 1
      return
    }
    sorted.remove(at: firstNotBelow(value))
  }

  mutating func clear() {
    sorted.removeAll(keepingCapacity: true)
    nans = 0
  }

  private func firstNotBelow(_ value: Double) -> Int {
    var low = 0, high = sorted.count
    while low < high {
      let middle = (low + high) >> 1
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The figure now; nil where there is none.
  var result: Double? {
    if nans > 0 { return .nan }
    guard !sorted.isEmpty else { return nil }
    return sorted.withUnsafeBufferPointer { Quantile.value(0.5, ofSorted: $0) }
  }
}
