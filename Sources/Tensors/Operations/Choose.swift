internal import CKernels
internal import Workers

extension Tensor {
  /// The values of `a` where `condition` is not 0 and those of `b` elsewhere; all three are repeated to their
  /// common shape. The gradient goes to the one that was taken.
  public static func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    let pair = try Broadcast("where", a.shape, b.shape)
    let common = try Broadcast("where", condition.shape, pair.shape).shape
    let which = try condition.detached().repeated(to: common)
    return try which.selecting("where", a, b, common).recorded(from: a, b) { gradient in
      let none = Tensor(0)
      return [
        a.tracksGradient
          ? try which.selecting("where gradient", gradient, none, common).summed(to: a.shape) : nil,
        b.tracksGradient
          ? try which.selecting("where gradient", none, gradient, common).summed(to: b.shape) : nil,
      ]
    }
  }

  /// This tensor being the condition, of the result's shape. A single number stays one.
  private func selecting(_ name: String, _ a: Tensor, _ b: Tensor, _ shape: Shape) throws -> Tensor {
    func operand(_ x: Tensor) throws -> (tensor: Tensor, spread: ck_spread) {
      x.count == 1 && x.shape != shape
        ? (x, CK_SCALAR) : (try withoutGradient { try x.repeated(to: shape) }, CK_FULL)
    }
    let (left, right) = (try operand(a), try operand(b))
    let count = count
    return .computed(name, shape, from: self, left.tensor, right.tensor, overwriting: 0) { memory in
      let (y, a, b) = (memory.output(), memory.input(1), memory.input(2))
      Workers.run(count, grain: elementGrain) { range in
        let i = range.lowerBound
        ck_select(
          memory.input(0) + i, CK_FULL, left.spread == CK_FULL ? a + i : a, left.spread,
          right.spread == CK_FULL ? b + i : b, right.spread, y + i, range.count, 0, 0, 1)
      }
    }
  }
}
