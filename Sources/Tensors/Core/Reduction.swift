internal import Workers

/// A tensor seen as [outer, reduced, inner]: what a reduction walks over.
struct Reduction {
  var outer = 1
  var reduced = 1
  var inner = 1
  /// The result's shape with the reduced axes kept as 1, and with them left out.
  let keptShape: Shape
  let shape: Shape
  /// The order of axes that brings the reduced ones to the end; nil when they stand together already.
  let order: [Int]?
  /// The order of axes that brings the reduced ones to the end, wherever they stand.
  fileprivate let reducedLast: [Int]

  /// - Parameter axes: counted from 0; empty for all.
  init(_ operation: String, _ source: Shape, over axes: [Int]) throws {
    let reducedAxes = Set(axes.isEmpty ? Array(source.indices) : axes)
    for axis in reducedAxes.sorted() where !source.indices.contains(axis) {
      throw ShapeFault.axis(operation, axis, of: source)
    }
    keptShape = source.indices.map { reducedAxes.contains($0) ? 1 : source[$0] }
    let kept = source.indices.filter { !reducedAxes.contains($0) }
    shape = kept.map { source[$0] }
    let sorted = reducedAxes.sorted()
    reducedLast = kept + sorted
    reduced = sorted.map { source[$0] }.elementCount
    if let first = sorted.first, let last = sorted.last, last - first + 1 == sorted.count {
      order = nil
      outer = Array(source[..<first]).elementCount
      inner = Array(source[(last + 1)...]).elementCount
    } else if sorted.isEmpty {
      order = nil
      outer = source.elementCount
    } else {
      order = kept + sorted
      outer = shape.elementCount
    }
  }

  /// Calls `body` with every outer index and a range of inner ones, spread over the workers; each result is
  /// made by one worker in one order, so that it does not depend on their number.
  func forEachOuter(_ body: (Int) -> Void) {
    Workers.run(outer, grain: Swift.max(1, elementGrain / Swift.max(1, reduced * inner))) { range in
      for i in range { body(i) }
    }
  }
}

extension Tensor {
  /// The same values with the axes that a reduction takes away last, in one run for each result.
  func withReducedAxesLast(_ plan: Reduction) throws -> Tensor {
    plan.order == nil && plan.inner == 1 ? self : try permuted(plan.reducedLast)
  }
}
