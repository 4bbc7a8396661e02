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
    let x = values
    return withExtendedLifetime(self) {
      (0..<plan.outer * plan.inner).map { place in
        let (outer, inner) = (place / plan.inner, place % plan.inner)
        return plan.winner(in: x + outer * plan.reduced * plan.inner + inner) { $0 > $1 || $0.isNaN }
      }
    }
  }

  private func extreme(
    _ operation: String, _ axes: [Int], keepingAxes: Bool, _ wins: @escaping (Float, Float) -> Bool
  ) throws -> Tensor {
    let plan = try Reduction(operation, shape, over: axes)
    guard plan.reduced > 0 else { throw ShapeFault.wanted(operation, shape, en: "some values", zh: "非空") }
    let source = try plan.order.map { try permuted($0) } ?? self
    let target = keepingAxes ? plan.keptShape : plan.shape
    let outputs = Tensor.computed(operation, [target, target], from: [source]) { memory in
      let (x, y, winners) = (memory.input(0), memory.output(), memory.output(1))
      plan.forEachOuter { outer in
        for inner in 0..<plan.inner {
          let run = x + outer * plan.reduced * plan.inner + inner
          let best = plan.winner(in: run, wins)
          y[outer * plan.inner + inner] = run[best * plan.inner]
          plan.put(best, at: outer * plan.inner + inner, in: winners)
        }
      }
    }
    return outputs[0].recorded(from: source) { [shape = source.shape, winners = outputs[1]] gradient in
      [
        .computed("\(operation) gradient", shape, from: gradient, winners) { memory in
          let (g, winners, d) = (memory.input(0), memory.input(1), memory.output())
          d.update(repeating: 0, count: shape.elementCount)
          for outer in 0..<plan.outer {
            for inner in 0..<plan.inner {
              let place = outer * plan.inner + inner
              d[(outer * plan.reduced + plan.place(place, in: winners)) * plan.inner + inner] = g[place]
            }
          }
        }
      ]
    }
  }
}

extension Reduction {
  /// The place of the value along a run that no other wins over; NaN wins over all.
  fileprivate func winner(in run: UnsafePointer<Float>, _ wins: (Float, Float) -> Bool) -> Int {
    var best = 0
    for i in 1..<Swift.max(1, reduced)
    where !run[best * inner].isNaN && wins(run[i * inner], run[best * inner]) {
      best = i
    }
    return best
  }

  /// Places are kept as 32-bit numbers in a tensor of floats, which are as wide.
  fileprivate func put(_ place: Int, at index: Int, in winners: UnsafeMutablePointer<Float>) {
    winners[index] = Float(bitPattern: UInt32(place))
  }

  fileprivate func place(_ index: Int, in winners: UnsafePointer<Float>) -> Int {
    Int(winners[index].bitPattern)
  }
}
