internal import CKernels

extension Tensor {
  /// Transposed convolution: the gradient of a convolution with respect to its input, used forward to enlarge an
  /// image (Dumoulin and Visin, 2016).
  ///
  /// Output height = (height - 1) stride - 2 padding + dilation (kernel - 1) + 1 + extra, width likewise; with
  /// padding `same` it is height times stride.
  ///
  /// - Parameters:
  ///   - weights: [kernel height, kernel width, filters / groups, channels]
  ///   - bias: [filters]
  ///   - extra: rows and columns more at the end, below the stride: which of the sizes that the convolution would
  ///     bring to this one is meant.
  /// - Returns: [batch, out height, out width, filters]
  public func convTranspose2d(
    _ weights: Tensor, bias: Tensor? = nil, _ convolution: Convolution = Convolution(),
    extra: (Int, Int) = (0, 0)
  ) throws -> Tensor {
    guard rank == 4 else {
      throw ShapeFault.wanted(
        "conv_transpose2d", shape, en: "[batch, height, width, channels]", zh: "[批, 高, 宽, 通道]")
    }
    guard weights.rank == 4, weights.shape[3] == shape[3] else {
      throw ShapeFault.mismatch("conv_transpose2d", shape, weights.shape)
    }
    let (height, width) = convolution.transposedSize(
      shape[1], shape[2], kernel: (weights.shape[0], weights.shape[1]), extra: extra)
    let target = [shape[0], height, width, weights.shape[2] * convolution.groups]
    guard height > 0, width > 0, let plan = try? convolution.plan(target, weights.shape),
      plan.out_height == shape[1], plan.out_width == shape[2]
    else { throw ShapeFault.mismatch("conv_transpose2d", shape, weights.shape) }
    // The kernels of the convolution whose input has the size of this one's output.
    let precision = Precision.current
    let result = ConvolutionWork(plan, CK_CONV_BACKWARD_DATA).backwardData(self, weights, target)
      .recorded(from: self, weights) { [self] gradient in
        precision.use {
          let data =
            tracksGradient
            ? ConvolutionWork(plan, CK_CONV_FORWARD).forward(gradient, weights, nil, nil, shape) : nil
          guard weights.tracksGradient else { return [data, nil] }
          let work = ConvolutionWork(plan, CK_CONV_BACKWARD_WEIGHTS)
          return [data, work.backwardWeights(gradient, self, weights.shape, withBias: false)[0]]
        }
      }
    guard let bias else { return result }
    guard bias.shape == [target[3]] else {
      throw ShapeFault.mismatch("conv_transpose2d", weights.shape, bias.shape)
    }
    return try result + bias
  }
}

extension Convolution {
  /// Height and width of what a transposed convolution makes of an image; 0 or less where it cannot be.
  public func transposedSize(_ height: Int, _ width: Int, kernel: (Int, Int), extra: (Int, Int) = (0, 0)) -> (
    height: Int, width: Int
  ) {
    switch padding {
    case .same: (height * stride.0, width * stride.1)
    case .exact(let rows, let columns):
      (
        (height - 1) * stride.0 - 2 * rows + dilation.0 * (kernel.0 - 1) + 1 + extra.0,
        (width - 1) * stride.1 - 2 * columns + dilation.1 * (kernel.1 - 1) + 1 + extra.1
      )
    }
  }
}
