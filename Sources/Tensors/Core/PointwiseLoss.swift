internal import Workers

/// A loss that adds up over pairs of values. Types, not closures, so that the loops below are compiled for each.
protocol Pointwise {
  func value(_ seen: Float, _ wanted: Float) -> Float
  /// The derivative of `value` with respect to what was seen.
  func slope(_ seen: Float, _ wanted: Float) -> Float
}

extension Tensor {
  /// The mean of a loss over all values.
  func mean<Loss: Pointwise>(_ loss: Loss, _ name: String, _ wanted: Tensor) throws -> Tensor {
    guard shape == wanted.shape else { throw ShapeFault.mismatch(name, shape, wanted.shape) }
    let (shape, count) = (shape, count)
    let share = 1 / Float(Swift.max(count, 1))
    let value = Tensor.computed(name, [], from: self, wanted) { memory in
      let (x, t) = (memory.input(0), memory.input(1))
      var total = 0.0
      for i in 0..<count { total += Double(loss.value(x[i], t[i])) }
      memory.output()[0] = Float(total / Double(Swift.max(count, 1)))
    }
    return value.recorded(from: self) { [self] gradient in
      [
        .computed("\(name) gradient", shape, from: self, wanted, gradient, accumulating: false) { memory in
          let (x, t, d) = (memory.input(0), memory.input(1), memory.output())
          let factor = memory.input(2)[0] * share
          Workers.run(count, grain: elementGrain) { range in
            for i in range { d[i] = factor * loss.slope(x[i], t[i]) }
          }
        }
      ]
    }
  }
}
