extension Tensor {
  /// The product over `axes` (counted from 0; all when empty), formed in double precision. Its gradient is right at
  /// zeros, too.
  public func product(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    let plan = try Reduction("prod", shape, over: axes)
    let source = try withReducedAxesLast(plan)
    let target = keepingAxes ? plan.keptShape : plan.shape
    let rows = Rows([target.elementCount, plan.reduced])
    let result = Tensor.computed("prod", target, from: source) { memory in
      let (x, y) = (memory.input(0), memory.output())
      rows.forEach { row, start in
        y[row] = Float((start..<start + rows.columns).reduce(1.0) { $0 * Double(x[$1]) })
      }
    }
    return result.recorded(from: source) { [shape = source.shape] gradient in
      [
        .computed("prod gradient", shape, from: source, gradient) { memory in
          let (x, g, d) = (memory.input(0), memory.input(1), memory.output())
          rows.forEach { row, start in
            // The product of the values before each, then times that of those behind it.
            var before = Double(g[row]), behind = 1.0
            for i in start..<start + rows.columns {
              d[i] = Float(before)
              before *= Double(x[i])
            }
            for i in (start..<start + rows.columns).reversed() {
              d[i] = Float(Double(d[i]) * behind)
              behind *= Double(x[i])
            }
          }
        }
      ]
    }
  }
}
