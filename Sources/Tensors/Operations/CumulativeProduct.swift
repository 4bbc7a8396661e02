extension Tensor {
  /// At each place along an axis (counted from 0) the product of all values up to it, carried in double precision.
  public func cumulativeProduct(axis: Int) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("cumprod", axis, of: shape) }
    return try moved(axis, to: rank - 1).multipliedUpRows().moved(rank - 1, to: axis)
  }

  private func multipliedUpRows() -> Tensor {
    let rows = Rows(shape)
    let result = Tensor.computed("cumprod", shape, from: self, overwriting: 0) { memory in
      let (x, y) = (memory.input(0), memory.output())
      rows.forEach { _, start in
        var product = 1.0
        for i in start..<start + rows.columns {
          product *= Double(x[i])
          y[i] = Float(product)
        }
      }
    }
    return result.recorded(from: self) { [self] gradient in
      [
        .computed("cumprod gradient", shape, from: self, gradient) { memory in
          let (x, g, d) = (memory.input(0), memory.input(1), memory.output())
          // d[i] = P[i] (g[i] + x[i + 1] (g[i + 1] + x[i + 2] (...))), P[i] being the product of the values before i:
          // right at zeros, too.
          rows.forEach { _, start in
            var behind = 0.0, before = 1.0
            for i in (start..<start + rows.columns).reversed() {
              let sum = Double(g[i]) + behind
              d[i] = Float(sum)
              behind = sum * Double(x[i])
            }
            for i in start..<start + rows.columns {
              d[i] = Float(Double(d[i]) * before)
              before *= Double(x[i])
            }
          }
        }
      ]
    }
  }
}
