extension Tensor {
  /// At each place along an axis (counted from 0) the sum of all values up to it, added up in double precision.
  public func cumulativeSum(axis: Int) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("cumsum", axis, of: shape) }
    return cumulated(Runs(shape, axis), backward: false).recorded(from: self) { [shape] gradient in
      [gradient.cumulated(Runs(shape, axis), backward: true)]
    }
  }

  private func cumulated(_ runs: Runs, backward: Bool) -> Tensor {
    .computed(backward ? "cumsum gradient" : "cumsum", shape, from: self, overwriting: 0) { memory in
      let (x, y) = (memory.input(0), memory.output())
      runs.forEach { start in
        var sum = 0.0
        for step in 0..<runs.length {
          let place = start + (backward ? runs.length - 1 - step : step) * runs.stride
          sum += Double(x[place])
          y[place] = Float(sum)
        }
      }
    }
  }
}
