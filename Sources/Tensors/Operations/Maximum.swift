internal import CKernels

extension Tensor {
  /// The greatest value over `axes` (counted from 0; all when empty). Its gradient goes to the first place
  /// where it stands. NaN wins over every number.
  public func max(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    try greatest("max", axes, keepingAxes: keepingAxes)
  }

  /// The smallest value over `axes` (counted from 0; all when empty).
  public func min(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    -(try (-self).greatest("min", axes, keepingAxes: keepingAxes))
  }

  /// Where the greatest value stands along `axis`, counted from 0; the first of equal ones, or the first NaN.
  public func argmax(_ axis: Int) throws -> [Int] {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("argmax", axis, of: shape) }
    guard shape[axis] > 0 else { throw ShapeFault.wanted("argmax", shape, en: "some values", zh: "非空") }
    try requireValues()
    let source = try detached().moved(axis, to: rank - 1)
    let rows = Rows(source.shape)
    return withExtendedLifetime(source) {
      [Int](unsafeUninitializedCapacity: rows.count) { places, count in
        if let start = places.baseAddress {
          rows.forEachRange { range in
            ck_argmax_rows(source.values, start, rows.columns, range.lowerBound, range.upperBound)
          }
        }
        count = rows.count
      }
    }
  }

  private func greatest(_ operation: String, _ axes: [Int], keepingAxes: Bool) throws -> Tensor {
    let plan = try Reduction(operation, shape, over: axes)
    guard plan.reduced > 0 else { throw ShapeFault.wanted(operation, shape, en: "some values", zh: "非空") }
    let source = try withReducedAxesLast(plan)
    let target = keepingAxes ? plan.keptShape : plan.shape
    let rows = Rows([target.elementCount, plan.reduced])
    let outputs = Tensor.computed(operation, [target, target], from: [source]) { memory in
      let (x, y, places) = (memory.input(0), memory.output(), memory.output(1))
      rows.forEach { row, start in
        var place = 0
        ck_argmax_rows(x + start, &place, rows.columns, 0, 1)
        y[row] = x[start + place]
        // A 32-bit number is as wide as a float.
        places[row] = Float(bitPattern: UInt32(place))
      }
    }
    return outputs[0].recorded(from: source) { [shape = source.shape, places = outputs[1]] gradient in
      [
        .computed("\(operation) gradient", shape, from: gradient, places) { memory in
          let (g, places, d) = (memory.input(0), memory.input(1), memory.output())
          d.update(repeating: 0, count: shape.elementCount)
          rows.forEach { row, start in d[start + Int(places[row].bitPattern)] = g[row] }
        }
      ]
    }
  }
}
