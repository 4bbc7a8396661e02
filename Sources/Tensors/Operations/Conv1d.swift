extension Tensor {
  /// Convolution along one axis, as of a time series: a two-dimensional convolution of images with one row.
  ///
  /// Output length = floor((length + 2 padding - dilation (kernel - 1) - 1) / stride) + 1.
  ///
  /// - Parameters:
  ///   - weights: [kernel, channels / groups, filters]
  ///   - bias: [filters]
  ///   - convolution: what it says of columns counts; rows stay as they are.
  /// - Returns: [batch, out length, filters] for an input of [batch, length, channels]
  public func conv1d(_ weights: Tensor, bias: Tensor? = nil, _ convolution: Convolution = Convolution())
    throws
    -> Tensor
  {
    guard rank == 3 else {
      throw ShapeFault.wanted("conv1d", shape, en: "[batch, length, channels]", zh: "[批, 长度, 通道]")
    }
    guard weights.rank == 3 else { throw ShapeFault.mismatch("conv1d", shape, weights.shape) }
    let row = try reshaped([shape[0], 1, shape[1], shape[2]])
    let result = try row.conv2d(weights.reshaped([1] + weights.shape), bias: bias, convolution.ofOneRow)
    return try result.reshaped([shape[0], result.shape[2], result.shape[3]])
  }
}

extension Convolution {
  /// The same along columns, with nothing to do along rows.
  var ofOneRow: Convolution {
    var single = self
    single.stride.0 = 1
    single.dilation.0 = 1
    if case .exact(_, let columns) = padding { single.padding = .exact(0, columns) }
    return single
  }

  /// Length of what a kernel makes of a series; 0 where it does not fit in.
  public func outputLength(_ length: Int, kernel: Int) -> Int {
    ofOneRow.outputSize(1, length, kernel: (1, kernel)).width
  }
}
