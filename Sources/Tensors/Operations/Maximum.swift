extension Tensor {
  /// The greatest value over `axes` (counted from 0; all when empty). Its gradient goes to the first place
  /// where it stands. NaN wins over every number.
  public func max(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    try extreme("max", axes, keepingAxes: keepingAxes) { $0 > $1 || $0.isNaN }
  }

  /// The smallest value over `axes` (counted from 0; all when empty).
  public func min(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    try extreme("min", axes, keepingAxes: keepingAxes) { $0 < $1 || $0.isNaN }
  }

  /// Where the greatest value stands along `axis`, counted from 0; the first of equal ones.
  public func argmax(_ axis: Int) throws -> [Int] {
    let plan = try Reduction("argmax", shape, over: [axis])
    guard plan.reduced > 0 else { throw ShapeFault.wanted("argmax", shape, en: "some values", zh: "非空") }
    return places(plan, in: self) { $0 > $1 || $0.isNaN }.map { $0 / plan.inner % plan.reduced }
  }

  @inline(__always)
  private func extreme(
    _ operation: String, _ axes: [Int], keepingAxes: Bool, _ wins: (Float, Float) -> Bool
  ) throws -> Tensor {
    let plan = try Reduction(operation, shape, over: axes)
    guard plan.reduced > 0 else { throw ShapeFault.wanted(operation, shape, en: "some values", zh: "非空") }
    let source = try plan.order.map { try permuted($0) } ?? self
    let places = places(plan, in: source, wins)
    let result = Tensor(uninitialized: keepingAxes ? plan.keptShape : plan.shape)
    for (i, place) in places.enumerated() { result.values[i] = source.values[place] }
    return result.recorded(from: source) { gradient in
      let inner = Tensor.zeros(source.shape)
      for (i, place) in places.enumerated() { inner.values[place] = gradient.values[i] }
      return [inner]
    }
  }

  /// Where the winner of each result stands in `source`.
  @inline(__always)
  private func places(_ plan: Reduction, in source: Tensor, _ wins: (Float, Float) -> Bool) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(plan.outer * plan.inner)
    let x = source.values
    for outer in 0..<plan.outer {
      for inner in 0..<plan.inner {
        let start = outer * plan.reduced * plan.inner + inner
        var best = start
        for i in 1..<Swift.max(1, plan.reduced) {
          let candidate = start + i * plan.inner
          if !x[best].isNaN, wins(x[candidate], x[best]) { best = candidate }
        }
        places.append(best)
      }
    }
    return places
  }
}
