internal import CKernels

extension Tensor {
  /// Every value, held between `low` and `high`.
  public func clipped(to range: ClosedRange<Float>) -> Tensor {
    let (low, high) = (range.lowerBound, range.upperBound)
    return valuewise("clip") { memory, places in
      let i = places.lowerBound
      ck_clip(memory.input(0) + i, low, high, memory.output() + i, places.count)
    }.recorded(from: self) { [self] gradient in
      [
        gradient.valuewise("clip gradient", with: self) { memory, places in
          let i = places.lowerBound
          let (g, x, d) = (memory.input(0), memory.input(1), memory.output())
          ck_clip_backward(x + i, g + i, low, high, d + i, 0, places.count)
        }
      ]
    }
  }
}
