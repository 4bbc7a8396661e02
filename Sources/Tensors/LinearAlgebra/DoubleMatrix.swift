internal import Report

/// A matrix in double precision, row by row: what linear algebra computes with; only its results are rounded.
struct DoubleMatrix {
  let rows: Int
  let columns: Int
  var values: [Double]

  init(rows: Int, columns: Int, _ values: [Double]) {
    precondition(values.count == rows * columns)
    (self.rows, self.columns, self.values) = (rows, columns, values)
  }

  init(zeros rows: Int, _ columns: Int) {
    self.init(rows: rows, columns: columns, [Double](repeating: 0, count: rows * columns))
  }

  static func identity(_ n: Int) -> DoubleMatrix {
    var result = DoubleMatrix(zeros: n, n)
    for i in 0..<n { result[i, i] = 1 }
    return result
  }

  /// The values of a tensor with two axes.
  ///
  /// - Throws: a fault for another number of axes and for values that are not finite; `UntraceableError`.
  init(_ operation: String, _ tensor: Tensor) throws {
    guard tensor.rank == 2 else {
      throw ShapeFault.wanted(
        operation, tensor.shape, en: "a matrix [rows, columns]", zh: "矩阵 [行, 列]")
    }
    try tensor.requireValues()
    self.init(
      rows: tensor.shape[0], columns: tensor.shape[1], tensor.withUnsafeValues { $0.map(Double.init) })
    guard let place = values.firstIndex(where: { !$0.isFinite }) else { return }
    let (row, column, seen) = (place / columns + 1, place % columns + 1, values[place].significant())
    throw Fault(
      .range, en: "\(operation): row \(row), column \(column) is \(seen), wanted finite numbers",
      zh: "\(operation)：第 \(row) 行第 \(column) 列为 \(seen)，应为有限数")
  }

  /// The values of a vector [n] as one column, or those of a matrix.
  init(_ operation: String, columnOr tensor: Tensor) throws {
    try self.init(operation, tensor.rank == 1 ? tensor.detached().reshaped([tensor.count, 1]) : tensor)
  }

  subscript(_ row: Int, _ column: Int) -> Double {
    get { values[row * columns + column] }
    set { values[row * columns + column] = newValue }
  }

  /// The values rounded to float32, in a shape that holds as many.
  func tensor(_ shape: Shape) -> Tensor {
    .filled(shape) { target in
      for i in target.indices { target[i] = Float(values[i]) }
    }
  }

  var tensor: Tensor { tensor([rows, columns]) }

  var transposed: DoubleMatrix {
    var result = DoubleMatrix(zeros: columns, rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  static func * (a: DoubleMatrix, b: DoubleMatrix) -> DoubleMatrix {
    precondition(a.columns == b.rows)
    var result = DoubleMatrix(zeros: a.rows, b.columns)
    let width = b.columns
    result.values.withUnsafeMutableBufferPointer { sums in
      for i in 0..<a.rows {
        for k in 0..<a.columns {
          let factor = a[i, k]
          for j in 0..<width { sums[i * width + j] += factor * b.values[k * width + j] }
        }
      }
    }
    return result
  }

  func map(_ f: (_ row: Int, _ column: Int, _ value: Double) -> Double) -> DoubleMatrix {
    var result = self
    for i in 0..<rows {
      for j in 0..<columns { result[i, j] = f(i, j, self[i, j]) }
    }
    return result
  }
}
