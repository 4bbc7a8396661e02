internal import CKernels
internal import Workers

/// The common shape of two tensors that are combined value by value: axes are matched from the last, and an axis
/// of size 1, or one that is missing, repeats (NumPy's rule).
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

/// Two operands as the kernels see them: spread over rows and columns of the common shape.
private struct Spreading {
  var rows = 1
  var columns: Int
  var a = CK_FULL
  var b = CK_FULL

  /// nil where the common shape is no such rows and columns for both.
  init?(_ common: Shape, _ a: Shape, _ b: Shape) {
    columns = common.elementCount
    let (left, right) = (Spreading.spread(of: a, over: common), Spreading.spread(of: b, over: common))
    guard let left, let right else { return nil }
    let wanted = [left, right].compactMap(\.columns)
    if let first = wanted.first {
      guard wanted.allSatisfy({ $0 == first }), first > 0 else { return nil }
      columns = first
      rows = common.elementCount / first
    }
    (self.a, self.b) = (left.kind, right.kind)
  }

  private static func spread(of shape: Shape, over common: Shape) -> (kind: ck_spread, columns: Int?)? {
    if shape == common { return (CK_FULL, nil) }
    if shape.elementCount == 1 { return (CK_SCALAR, nil) }
    let padded = Shape(repeating: 1, count: common.count - shape.count) + shape
    let first = padded.firstIndex { $0 != 1 } ?? padded.count
    if padded[first...].elementsEqual(common[first...]) {
      return (CK_ROW, Shape(common[first...]).elementCount)
    }
    let last = (padded.lastIndex { $0 != 1 } ?? -1) + 1
    if padded[..<last].elementsEqual(common[..<last]) {
      return (CK_COLUMN, Shape(common[last...]).elementCount)
    }
    return nil
  }
}

extension Tensor {
  /// A kernel on the values of two tensors, the smaller repeated along the axes it lacks. No gradient.
  func broadcast(_ name: String, _ other: Tensor, _ kind: ck_binary_kind) throws -> Tensor {
    try broadcast(name, other) { a, b, y, columns, rows in
      ck_binary(kind, a.start, a.spread, b.start, b.spread, y, columns, 0, rows.lowerBound, rows.upperBound)
    }
  }

  /// One operand of a kernel and how it spreads over the rows and columns of the result.
  struct SpreadOperand {
    let start: UnsafeMutablePointer<Float>
    let spread: ck_spread

    /// The operand of a result that is one row and begins at column `column`.
    func from(_ column: Int) -> SpreadOperand {
      SpreadOperand(start: spread == CK_SCALAR ? start : start + column, spread: spread)
    }
  }

  /// The same with `kernel`, which is given the operands, the result, its columns, and the rows to make.
  func broadcast(
    _ name: String, _ other: Tensor,
    kernel: @escaping (SpreadOperand, SpreadOperand, UnsafeMutablePointer<Float>, Int, Range<Int>) -> Void
  ) throws -> Tensor {
    let common = try Broadcast(name, shape, other.shape)
    guard let spread = Spreading(common.shape, shape, other.shape) else {
      return try spread(to: common).broadcast(name, other.spread(to: common), kernel: kernel)
    }
    let overwritten = spread.a == CK_FULL ? 0 : spread.b == CK_FULL ? 1 : nil
    return .computed(name, common.shape, from: self, other, overwriting: overwritten) { memory in
      let a = SpreadOperand(start: memory.input(0), spread: spread.a)
      let b = SpreadOperand(start: memory.input(1), spread: spread.b)
      let y = memory.output()
      guard spread.rows > 1 else {
        return Workers.run(spread.columns, grain: elementGrain) { range in
          let i = range.lowerBound
          kernel(a.from(i), b.from(i), y + i, range.count, 0..<1)
        }
      }
      Workers.run(spread.rows, grain: Swift.max(1, elementGrain / spread.columns)) { rows in
        kernel(a, b, y, spread.columns, rows)
      }
    }
  }

  /// Both tensors repeated to their common shape, with gradients.
  static func matched(_ name: String, _ a: Tensor, _ b: Tensor) throws -> (Tensor, Tensor) {
    let common = try Broadcast(name, a.shape, b.shape)
    return (try a.repeated(to: common.shape), try b.repeated(to: common.shape))
  }

  /// The values repeated along axes of size 1, or missing, until the shape is `target`.
  package func repeated(to target: Shape) throws -> Tensor {
    if shape == target { return self }
    let common = try Broadcast("repeat", shape, target)
    guard common.shape == target else { throw ShapeFault.mismatch("repeat", shape, target) }
    return spread(to: common).recorded(from: self) { [shape] gradient in [try gradient.summed(to: shape)] }
  }

  private func spread(to common: Broadcast) -> Tensor {
    shape == common.shape ? self : walked("repeat", common.shape, strides: common.strides(of: shape))
  }

  /// Sums a gradient over the axes along which a tensor of shape `target` was repeated.
  func summed(to target: Shape) throws -> Tensor {
    if shape == target { return self }
    let missing = rank - target.count
    let axes = shape.indices.filter { $0 < missing || (target[$0 - missing] == 1 && shape[$0] != 1) }
    return try withoutGradient { try sum(axes, keepingAxes: true).reshaped(target) }
  }
}
