extension Tensor {
  /// The sum over `axes` (counted from 0; all when empty), added up in double precision.
  ///
  ///     try Tensor([[1, 2], [3, 4]]).sum([0]).list      // [4, 6]
  public func sum(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    let plan = try Reduction("sum", shape, over: axes)
    let source = try plan.order.map { order in try withoutGradient { try permuted(order) } } ?? self
    let result = Tensor(uninitialized: keepingAxes ? plan.keptShape : plan.shape)
    let (x, y) = (source.values, result.values)
    plan.forEachOuter { outer in
      let block = x + outer * plan.reduced * plan.inner
      if plan.inner == 1 {
        var total = 0.0
        for i in 0..<plan.reduced { total += Double(block[i]) }
        y[outer] = Float(total)
      } else {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: plan.inner) { totals in
          totals.initialize(repeating: 0)
          for i in 0..<plan.reduced {
            let row = block + i * plan.inner
            for j in 0..<plan.inner { totals[j] += Double(row[j]) }
          }
          for j in 0..<plan.inner { y[outer * plan.inner + j] = Float(totals[j]) }
        }
      }
    }
    return result.recorded(from: self) { [shape] gradient in
      [try gradient.reshaped(plan.keptShape).repeated(to: shape)]
    }
  }

  /// The values repeated along axes of size 1 until the shape is `target`.
  package func repeated(to target: Shape) throws -> Tensor {
    if shape == target { return self }
    return try Tensor.zeros(target).broadcast("repeat", self) { $1 }.recorded(from: self) { gradient in
      [try gradient.summed(to: self.shape)]
    }
  }
}
