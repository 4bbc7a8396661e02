#if canImport(Glibc)
  import Glibc
#endif

/// Numbers in double precision: what the plain references of the operations compute with.
struct Doubles {
  var shape: [Int]
  var values: [Double]

  init(_ shape: [Int], _ values: [Double]) {
    precondition(shape.reduce(1, *) == values.count)
    self.shape = shape
    self.values = values
  }

  init(_ shape: [Int], _ value: ([Int]) -> Double) {
    self.shape = shape
    values = Doubles.indices(shape).map(value)
  }

  /// The value at an index; axes of size 1 repeat, and axes that lack at the front are left out.
  subscript(_ index: [Int]) -> Double {
    var offset = 0
    for (size, i) in zip(shape, index.suffix(shape.count)) { offset = offset * size + (size == 1 ? 0 : i) }
    return values[offset]
  }

  /// The value at an index, 0 outside.
  func orZero(_ index: [Int]) -> Double {
    zip(index, shape).allSatisfy { 0..<$1 ~= $0 } ? self[index] : 0
  }

  func map(_ f: (Double) -> Double) -> Doubles { Doubles(shape, values.map(f)) }

  static func zip2(_ a: Doubles, _ b: Doubles, _ f: (Double, Double) -> Double) -> Doubles {
    let rank = max(a.shape.count, b.shape.count)
    func padded(_ s: [Int]) -> [Int] { [Int](repeating: 1, count: rank - s.count) + s }
    let shape = zip(padded(a.shape), padded(b.shape)).map { max($0, $1) }
    return Doubles(shape) { f(a[$0], b[$0]) }
  }

  /// Every index of a shape, in row-major order.
  static func indices(_ shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { known, size in known.flatMap { index in (0..<size).map { index + [$0] } } }
  }

  /// The values along `axes` brought together for each remaining index.
  func reduced(_ axes: Set<Int>, _ f: ([Double]) -> Double) -> Doubles {
    let kept = shape.indices.filter { !axes.contains($0) }
    var groups: [[Int]: [Double]] = [:]
    for index in Doubles.indices(shape) { groups[kept.map { index[$0] }, default: []].append(self[index]) }
    return Doubles(kept.map { shape[$0] }) { f(groups[$0] ?? []) }
  }

  /// Every row of the last axis made anew.
  func rows(_ f: ([Double]) -> [Double]) -> Doubles {
    let width = shape[shape.count - 1]
    let rows = stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
    return Doubles(shape, rows.flatMap(f))
  }

  /// Shares of 1 of a row.
  static func softmax(_ row: [Double]) -> [Double] {
    let sum = row.reduce(0) { $0 + exp($1) }
    return row.map { exp($0) / sum }
  }
}
