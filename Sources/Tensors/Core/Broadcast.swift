internal import Workers

/// How two shapes meet: axes are matched from the last one on, and an axis of size 1 (or a missing one)
/// repeats along the other's (NumPy's rule).
struct Broadcast {
  let shape: Shape

  init(_ operation: String, _ a: Shape, _ b: Shape) throws {
    if a == b {
      shape = a
      return
    }
    let rank = Swift.max(a.count, b.count)
    let left = Shape(repeating: 1, count: rank - a.count) + a
    let right = Shape(repeating: 1, count: rank - b.count) + b
    shape = try zip(left, right).map { x, y in
      guard x == y || x == 1 || y == 1 else { throw ShapeFault.mismatch(operation, a, b) }
      return x == 1 ? y : x
    }
  }

  /// Strides over a tensor of shape `source` while walking through the common shape; 0 where it repeats.
  func strides(of source: Shape) -> [Int] {
    let missing = shape.count - source.count
    let own = source.strides
    return shape.indices.map { axis in
      axis < missing || source[axis - missing] == 1 ? 0 : own[axis - missing]
    }
  }
}

extension Tensor {
  /// `f` of the values of two tensors, the smaller repeated along the axes it lacks.
  @inline(__always)
  func broadcast(_ operation: String, _ other: Tensor, _ f: (Float, Float) -> Float) throws -> Tensor {
    if shape == other.shape { return combined(with: other, f) }
    let common = try Broadcast(operation, shape, other.shape)
    if other.count == 1, common.shape == shape {
      let b = other.values[0]
      return mapped { f($0, b) }
    }
    if count == 1, common.shape == other.shape {
      let a = values[0]
      return other.mapped { f(a, $0) }
    }
    let result = Tensor(uninitialized: common.shape)
    guard result.count > 0 else { return result }
    let last = common.shape.last ?? 1
    let (a, b, y) = (values, other.values, result.values)
    let aStrides = common.strides(of: shape), bStrides = common.strides(of: other.shape)
    let (aLast, bLast) = (aStrides.last ?? 0, bStrides.last ?? 0)
    Workers.run(result.count / last, grain: Swift.max(1, elementGrain / last)) { rows in
      for row in rows {
        var rest = row, aStart = 0, bStart = 0
        for axis in common.shape.indices.dropLast().reversed() {
          let i = rest % common.shape[axis]
          rest /= common.shape[axis]
          aStart += i * aStrides[axis]
          bStart += i * bStrides[axis]
        }
        let (p, q, r) = (a + aStart, b + bStart, y + row * last)
        for i in 0..<last { r[i] = f(p[i * aLast], q[i * bLast]) }
      }
    }
    return result
  }

  /// Sums a gradient over the axes along which a tensor of shape `target` was repeated.
  func summed(to target: Shape) throws -> Tensor {
    if shape == target { return self }
    let missing = rank - target.count
    let axes = shape.indices.filter { $0 < missing || (target[$0 - missing] == 1 && shape[$0] != 1) }
    return try withoutGradient { try sum(axes, keepingAxes: true).reshaped(target) }
  }
}
