internal import Report

/// A square matrix as the product of a lower and an upper triangle, its rows scaled and exchanged so that each
/// pivot is the greatest of its column (Golub and Van Loan, Matrix Computations, 3.4).
struct LUFactors {
  private let size: Int
  private var factors: [Double]
  /// Which row came to each place, and by what power of 2 each row was multiplied.
  private var order: [Int]
  private let scales: [Double]
  private var swaps = 0
  /// The first column (counted from 0) without a pivot that is more than rounding; nil for a regular matrix.
  private(set) var missingPivot: Int?

  /// - Throws: `Fault.interrupted`.
  init(_ matrix: DoubleMatrix) throws {
    let n = matrix.rows
    size = n
    order = Array(0..<n)
    scales = (0..<n).map { row in
      let most = matrix.values[row * n..<(row + 1) * n].reduce(0) { max($0, $1.magnitude) }
      return most > 0 ? 1 / most.binade : 1
    }
    factors = matrix.values
    for place in factors.indices { factors[place] *= scales[place / n] }
    let limits = (0..<n).map { column in
      Double(n) * .ulpOfOne * (0..<n).reduce(0) { max($0, factors[$1 * n + column].magnitude) }
    }
    for column in 0..<n {
      try Interruption.check()
      eliminate(column, limit: limits[column])
    }
  }

  private mutating func eliminate(_ column: Int, limit: Double) {
    let n = size
    var best = column
    for row in column..<n where factors[row * n + column].magnitude > factors[best * n + column].magnitude {
      best = row
    }
    if best != column {
      for k in 0..<n { factors.swapAt(best * n + k, column * n + k) }
      order.swapAt(best, column)
      swaps += 1
    }
    let pivot = factors[column * n + column]
    if pivot.magnitude <= limit, missingPivot == nil { missingPivot = column }
    guard pivot != 0 else { return }
    factors.withUnsafeMutableBufferPointer { a in
      for row in column + 1..<Swift.max(n, column + 1) {
        let factor = a[row * n + column] / pivot
        a[row * n + column] = factor
        guard factor != 0 else { continue }
        for k in column + 1..<Swift.max(n, column + 1) { a[row * n + k] -= factor * a[column * n + k] }
      }
    }
  }

  /// The product of the pivots; 0 for a singular matrix.
  var determinant: Double {
    guard missingPivot == nil else { return 0 }
    return (0..<size).reduce(swaps % 2 == 0 ? 1 : -1) { $0 * factors[$1 * size + $1] / scales[$1] }
  }

  /// x with a x = b, for each column of b.
  func solve(_ b: DoubleMatrix) -> DoubleMatrix {
    let (n, width) = (size, b.columns)
    var x = DoubleMatrix(zeros: n, width)
    for row in 0..<n {
      for k in 0..<width { x[row, k] = b[order[row], k] * scales[order[row]] }
    }
    for row in 0..<n {
      for j in 0..<row { x.subtract(factors[row * n + j], row: j, from: row) }
    }
    for row in (0..<n).reversed() {
      for j in row + 1..<Swift.max(n, row + 1) { x.subtract(factors[row * n + j], row: j, from: row) }
      for k in 0..<width { x[row, k] /= factors[row * n + row] }
    }
    return x
  }

  /// x with aᵀ x = b, for each column of b.
  func solveTransposed(_ b: DoubleMatrix) -> DoubleMatrix {
    let (n, width) = (size, b.columns)
    var x = b
    for row in 0..<n {
      for j in 0..<row { x.subtract(factors[j * n + row], row: j, from: row) }
      for k in 0..<width { x[row, k] /= factors[row * n + row] }
    }
    for row in (0..<n).reversed() {
      for j in row + 1..<Swift.max(n, row + 1) { x.subtract(factors[j * n + row], row: j, from: row) }
    }
    var result = DoubleMatrix(zeros: n, width)
    for row in 0..<n {
      for k in 0..<width { result[order[row], k] = x[row, k] * scales[order[row]] }
    }
    return result
  }
}

extension DoubleMatrix {
  /// Takes a multiple of one row from another.
  fileprivate mutating func subtract(_ factor: Double, row: Int, from target: Int) {
    guard factor != 0 else { return }
    let (from, to) = (row * columns, target * columns)
    values.withUnsafeMutableBufferPointer { x in
      for k in 0..<columns { x[to + k] -= factor * x[from + k] }
    }
  }
}
