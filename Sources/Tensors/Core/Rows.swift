internal import Workers

/// A tensor seen as rows along its last axis.
struct Rows {
  let count: Int
  let columns: Int

  init(_ shape: Shape) {
    columns = shape.last ?? 1
    count = Shape(shape.dropLast()).elementCount
  }

  /// Calls `body` with ranges of rows, spread over the workers.
  func forEachRange(_ body: (Range<Int>) -> Void) {
    Workers.run(count, grain: Swift.max(1, elementGrain / Swift.max(1, columns)), body)
  }

  /// Calls `body` with each row and where it starts.
  func forEach(_ body: (_ row: Int, _ start: Int) -> Void) {
    forEachRange { range in
      for row in range { body(row, row * columns) }
    }
  }
}
