internal import CKernels

extension Tensor {
  /// The mean of each window, channel by channel; the border of zeros counts.
  ///
  /// - Returns: [batch, out height, out width, channels]
  public func averagePool2d(_ pooling: Pooling) throws -> Tensor {
    averagePooled(
      "avg_pool2d", try pooling.plan("avg_pool2d", shape), forward: ck_average_pool_forward,
      backward: ck_average_pool_backward)
  }

  /// The mean of each of `rows` by `columns` cells that cover the image, whatever its size; 1 by 1 is the
  /// mean of the whole image.
  ///
  /// - Returns: [batch, rows, columns, channels]
  public func adaptiveAveragePool2d(_ rows: Int, _ columns: Int) throws -> Tensor {
    let pooling = Pooling(kernel: (1, 1))
    var plan = try pooling.plan("adaptive_avg_pool2d", shape)
    guard 1...plan.height ~= rows, 1...plan.width ~= columns else {
      throw ShapeFault.mismatch("adaptive_avg_pool2d", shape, [rows, columns])
    }
    plan.out_height = rows
    plan.out_width = columns
    return averagePooled(
      "adaptive_avg_pool2d", plan, forward: ck_adaptive_average_pool_forward,
      backward: ck_adaptive_average_pool_backward)
  }

  private func averagePooled(
    _ operation: String, _ plan: ck_pool2d,
    forward: @escaping (UnsafePointer<Float>?, Values?, UnsafePointer<ck_pool2d>?, Int, Int) -> Void,
    backward: @escaping (UnsafePointer<Float>?, Values?, UnsafePointer<ck_pool2d>?, Int32, Int, Int) -> Void
  ) -> Tensor {
    let parts = Parts(plan.batch)
    let result = Tensor.computed(operation, plan.outShape, from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      parts.run { _, images in
        var plan = plan
        forward(x, y, &plan, images.lowerBound, images.upperBound)
      }
    }
    return result.recorded(from: self) { [shape] gradient in
      [
        .computed("\(operation) gradient", shape, from: gradient, accumulating: true) { memory in
          let (g, d) = (memory.input(0), memory.output())
          parts.run { _, images in
            var plan = plan
            backward(g, d, &plan, memory.flags, images.lowerBound, images.upperBound)
          }
        }
      ]
    }
  }
}
