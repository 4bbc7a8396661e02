internal import CKernels

extension Tensor {
  /// The sum over `axes` (counted from 0; all when empty), added up in double precision.
  ///
  ///     try Tensor([[1, 2], [3, 4]]).sum([0]).list      // [4, 6]
  public func sum(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    let plan = try Reduction("sum", shape, over: axes)
    let source = try plan.order.map { order in try withoutGradient { try permuted(order) } } ?? self
    let result = Tensor.computed("sum", keepingAxes ? plan.keptShape : plan.shape, from: source) { memory in
      let (x, y) = (memory.input(0), memory.output())
      plan.forEachOuter { outer in
        let block = x + outer * plan.reduced * plan.inner
        if plan.inner == 1 {
          ck_reduce_rows(CK_SUM, block, y + outer, plan.reduced, 0, 1)
        } else {
          ck_reduce_columns(CK_SUM, block, y + outer * plan.inner, plan.reduced, plan.inner)
        }
      }
    }
    return result.recorded(from: self) { [shape] gradient in
      [try gradient.reshaped(plan.keptShape).repeated(to: shape)]
    }
  }
}
