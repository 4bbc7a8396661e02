internal import CKernels

extension Tensor {
  /// The greatest value in each window, channel by channel; the gradient goes to where it stood.
  ///
  /// - Returns: [batch, out height, out width, channels]
  public func maxPool2d(_ pooling: Pooling) throws -> Tensor {
    let plan = try pooling.plan("max_pool2d", shape)
    let result = Tensor(uninitialized: plan.outShape)
    let parts = Parts(plan.batch)
    let keepsPlaces = tracksGradient && Node.isRecording
    // 32-bit places in a block of floats, which are as wide.
    let places = Storage(keepsPlaces ? result.count : 1)
    let (x, y) = (values, result.values)
    parts.run { _, images in
      var plan = plan
      places.start.withMemoryRebound(to: Int32.self, capacity: places.capacity) { place in
        ck_max_pool_forward(
          x, y, keepsPlaces ? place : nil, &plan, images.lowerBound, images.upperBound)
      }
    }
    return result.recorded(from: self) { [shape] gradient in
      let inner = Tensor(uninitialized: shape)
      let (g, d) = (gradient.values, inner.values)
      parts.run { _, images in
        var plan = plan
        places.start.withMemoryRebound(to: Int32.self, capacity: places.capacity) { place in
          ck_max_pool_backward(g, place, d, &plan, 0, images.lowerBound, images.upperBound)
        }
      }
      return [inner]
    }
  }
}
