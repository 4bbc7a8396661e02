extension Tensor {
  /// Every row of the last axis divided by its length: embeddings whose distance is that of their directions.
  public func unitLength() throws -> Tensor {
    guard let width = shape.last, width > 0 else {
      throw ShapeFault.wanted("unit_length", shape, en: "at least 1 axis with values", zh: "至少一个非空的轴")
    }
    let rows = count / width
    let outputs = Tensor.computed("unit_length", [shape, [rows]], from: [self], overwriting: 0) { memory in
      let (x, y, lengths) = (memory.input(0), memory.output(), memory.output(1))
      for row in 0..<rows {
        var square = 1e-24
        for j in row * width..<(row + 1) * width { square += Double(x[j]) * Double(x[j]) }
        lengths[row] = Float(square.squareRoot())
        for j in row * width..<(row + 1) * width { y[j] = x[j] / lengths[row] }
      }
    }
    let (saved, lengths) = (outputs[0].detached(), outputs[1])
    return outputs[0].recorded(from: self) { gradient in
      [
        .computed("unit_length gradient", saved.shape, from: saved, lengths, gradient, overwriting: 2) {
          memory in
          let (y, lengths, g, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
          for row in 0..<rows {
            let places = row * width..<(row + 1) * width
            var along = 0.0
            for j in places { along += Double(y[j]) * Double(g[j]) }
            for j in places { d[j] = (g[j] - Float(along) * y[j]) / lengths[row] }
          }
        }
      ]
    }
  }
}
