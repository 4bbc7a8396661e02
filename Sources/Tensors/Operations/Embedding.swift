internal import CKernels

extension Tensor {
  /// The rows of `table` that this tensor's whole numbers name: a learned vector for each word, station or product.
  ///
  /// - Parameters:
  ///   - table: [rows, width]
  ///   - first: the number of the first row.
  /// - Returns: [.., width] for numbers of shape [..].
  /// - Throws: a fault that shows the first number that names no row. In a program, whose numbers come later, such
  ///   a number gives a row of NaN.
  public func embedded(in table: Tensor, countingFrom first: Int = 0) throws -> Tensor {
    guard table.rank == 2 else { throw ShapeFault.mismatch("embedding", shape, table.shape) }
    let (rows, width, numbers) = (table.shape[0], table.shape[1], count)
    if Trace.current?.follows([self]) != true {
      try withUnsafeValues { values in
        for (place, value) in values.enumerated() where Tensor.row(value, first, of: rows) == nil {
          throw ShapeFault.embedding(value, at: place, first...Swift.max(first, first + rows - 1))
        }
      }
    }
    let result = Tensor.computed("embedding", shape + [width], from: self, table) { memory in
      let (x, w, y) = (memory.input(0), memory.input(1), memory.output())
      for i in 0..<numbers {
        if let row = Tensor.row(x[i], first, of: rows) {
          (y + i * width).update(from: w + row * width, count: width)
        } else {
          (y + i * width).update(repeating: .nan, count: width)
        }
      }
    }
    return result.recorded(from: table) { [self] gradient in
      [
        .computed("embedding gradient", [rows, width], from: self, gradient) { memory in
          let (x, g, d) = (memory.input(0), memory.input(1), memory.output())
          d.update(repeating: 0, count: rows * width)
          for i in 0..<numbers {
            guard let row = Tensor.row(x[i], first, of: rows) else { continue }
            ck_add_multiple(g + i * width, 1, d + row * width, width)
          }
        }
      ]
    }
  }

  /// The row that a number names, or nil when it is no whole number or outside the table.
  private static func row(_ value: Float, _ first: Int, of rows: Int) -> Int? {
    let place = value - Float(first)
    guard place >= 0, place < Float(rows), place == place.rounded() else { return nil }
    return Int(place)
  }
}
