internal import CKernels

extension Tensor {
  /// The greatest value in each window, channel by channel; the gradient goes to where it stood.
  /// With `relu` the maximum is held at 0 or above, as if ReLU stood before or behind.
  ///
  /// - Returns: [batch, out height, out width, channels]
  public func maxPool2d(_ pooling: Pooling, relu: Bool = false) throws -> Tensor {
    let plan = try pooling.plan("max_pool2d", shape)
    let flags = relu ? Int32(CK_FUSE_RELU) : 0
    let parts = Parts(plan.batch)
    guard tracksGradient, Node.isRecording else {
      return .computed("max_pool2d", plan.outShape, from: self) { memory in
        let (x, y) = (memory.input(0), memory.output())
        parts.run { _, images in
          var plan = plan
          ck_max_pool_forward(x, y, nil, &plan, flags, images.lowerBound, images.upperBound)
        }
      }
    }
    // The places of the greatest values are 32-bit numbers in a tensor of floats, which are as wide.
    let outputs = Tensor.computed("max_pool2d", [plan.outShape, plan.outShape], from: [self]) { memory in
      let (x, y) = (memory.input(0), memory.output())
      let places = UnsafeMutableRawPointer(memory.output(1)).assumingMemoryBound(to: Int32.self)
      parts.run { _, images in
        var plan = plan
        ck_max_pool_forward(x, y, places, &plan, flags, images.lowerBound, images.upperBound)
      }
    }
    return outputs[0].recorded(from: self) { [shape, places = outputs[1]] gradient in
      [
        .computed("max_pool2d gradient", shape, from: gradient, places, accumulating: true) { memory in
          let (g, d) = (memory.input(0), memory.output())
          let places = UnsafeMutableRawPointer(memory.input(1)).assumingMemoryBound(to: Int32.self)
          parts.run { _, images in
            var plan = plan
            ck_max_pool_backward(g, places, d, &plan, memory.flags, images.lowerBound, images.upperBound)
          }
        }
      ]
    }
  }
}
