internal import CKernels

/// How an image is enlarged.
public enum Upsampling: String, CaseIterable, Sendable {
  /// Each pixel becomes a block of its own value.
  case nearest
  /// Values in between the centres of the four pixels around, in proportion to the distance.
  case bilinear
}

extension Tensor {
  /// The images enlarged by whole factors.
  ///
  /// - Returns: [batch, rows · height, columns · width, channels]
  public func upsampled(by factors: (rows: Int, columns: Int), _ kind: Upsampling) throws -> Tensor {
    guard rank == 4, factors.rows > 0, factors.columns > 0 else {
      throw ShapeFault.wanted(
        "upsample", shape, en: "[batch, height, width, channels] and factors of at least 1",
        zh: "[批, 高, 宽, 通道]，且倍数不小于 1")
    }
    let sizes = ck_upsample(
      batch: shape[0], height: shape[1], width: shape[2], channels: shape[3],
      out_height: shape[1] * factors.rows, out_width: shape[2] * factors.columns)
    let target = [shape[0], sizes.out_height, sizes.out_width, shape[3]]
    let parts = Parts(shape[0])
    let result = Tensor.computed("upsample", target, from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      parts.run { _, images in
        var sizes = sizes
        switch kind {
        case .nearest: ck_upsample_nearest_forward(x, y, &sizes, images.lowerBound, images.upperBound)
        case .bilinear: ck_upsample_bilinear_forward(x, y, &sizes, images.lowerBound, images.upperBound)
        }
      }
    }
    return result.recorded(from: self) { [shape] gradient in
      [
        .computed("upsample gradient", shape, from: gradient, accumulating: true) { memory in
          let (g, d, flags) = (memory.input(0), memory.output(), memory.flags)
          parts.run { _, images in
            var sizes = sizes
            let (first, last) = (images.lowerBound, images.upperBound)
            switch kind {
            case .nearest: ck_upsample_nearest_backward(g, d, &sizes, flags, first, last)
            case .bilinear: ck_upsample_bilinear_backward(g, d, &sizes, flags, first, last)
            }
          }
        }
      ]
    }
  }
}
