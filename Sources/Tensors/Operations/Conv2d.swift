internal import CKernels

extension Tensor {
  /// Two-dimensional convolution (cross-correlation, as networks mean it).
  ///
  /// Output height = floor((height + padding - dilation (kernel - 1) - 1) / stride) + 1, width likewise.
  ///
  /// - Parameters:
  ///   - weights: [kernel height, kernel width, channels / groups, filters]
  ///   - bias: [filters]
  /// - Returns: [batch, out height, out width, filters]
  public func conv2d(
    _ weights: Tensor, bias: Tensor? = nil, _ convolution: Convolution = Convolution(),
    residual: Tensor? = nil,
    _ activation: FusedActivation = .none
  ) throws -> Tensor {
    let plan = try convolution.plan(shape, weights.shape)
    if let bias, bias.shape != [plan.filters] {
      throw ShapeFault.mismatch("conv2d", weights.shape, bias.shape)
    }
    let target = [shape[0], plan.out_height, plan.out_width, plan.filters]
    if let residual, residual.shape != target { throw ShapeFault.mismatch("conv2d", target, residual.shape) }
    let inputs = [self, weights, bias, residual].compactMap(\.self)
    let isRecorded = Node.isRecording && inputs.contains(where: \.tracksGradient)
    guard !isRecorded || activation.slopeFollowsFromResult else {
      return try conv2d(weights, bias: bias, convolution, residual: residual).applying(activation)
    }
    let work = ConvolutionWork(plan, CK_CONV_FORWARD, activation.flags)
    let result = work.forward(self, weights, bias, residual, target)
    let (saved, precision) = (activation == .none ? nil : result.detached(), Precision.current)
    return result.recorded(from: inputs) { [self] arrived in
      precision.use {
        let gradient = saved.map { arrived.beforeActivation(activation, $0) } ?? arrived
        let data = tracksGradient ? conv2dDataGradient(gradient, weights, plan) : nil
        var gradients: [Tensor?] = [data, nil]
        let biasTracks = bias?.tracksGradient ?? false
        if weights.tracksGradient || biasTracks {
          let both = conv2dWeightGradient(gradient, weights.shape, plan, withBias: biasTracks)
          gradients = [data, both[0]]
          if bias != nil { gradients.append(biasTracks ? both[1] : nil) }
        } else if bias != nil {
          gradients.append(nil)
        }
        if residual != nil { gradients.append(gradient) }
        return gradients
      }
    }
  }

  private func conv2dDataGradient(_ gradient: Tensor, _ weights: Tensor, _ plan: ck_conv2d) -> Tensor {
    ConvolutionWork(plan, CK_CONV_BACKWARD_DATA).backwardData(gradient, weights, shape)
  }

  /// Each part adds up its own gradient; they are joined in the order of the parts.
  private func conv2dWeightGradient(
    _ gradient: Tensor, _ weightShape: Shape, _ plan: ck_conv2d, withBias: Bool
  ) -> [Tensor] {
    ConvolutionWork(plan, CK_CONV_BACKWARD_WEIGHTS).backwardWeights(
      self, gradient, weightShape, withBias: withBias)
  }
}

/// The kernels' work on one convolution in one direction, cut into parts.
struct ConvolutionWork {
  let plan: ck_conv2d
  let use: ck_conv2d_use
  let flags: Int32
  let parts: Parts
  let workspace: Workspace

  init(_ plan: ck_conv2d, _ use: ck_conv2d_use, _ flags: Int32 = 0) {
    var plan = plan
    self.plan = plan
    self.use = use
    self.flags = flags | Precision.current.flags
    let units = ck_conv2d_units(&plan, use, self.flags)
    let products =
      plan.batch * plan.out_height * plan.out_width * plan.filters * plan.kernel_height * plan.kernel_width
      * plan.channels / plan.groups
    // A part is worth a thread from some ten microseconds on.
    parts = Parts(units, grain: Swift.max(1, units * 500_000 / Swift.max(1, products)))
    workspace = Workspace(ck_conv2d_workspace(&plan, use, self.flags), parts: parts)
  }

  /// Weights in the order in which the kernel reads them.
  private func packed(_ weights: Tensor) -> Tensor {
    var plan = plan
    let size = ck_conv2d_packed(&plan, use, flags)
    return .computed("pack filters", [size], from: weights) { [plan, use, flags] memory in
      var plan = plan
      ck_conv2d_pack(memory.input(0), memory.output(), &plan, use, flags)
    }
  }

  func forward(_ x: Tensor, _ weights: Tensor, _ bias: Tensor?, _ residual: Tensor?, _ target: Shape)
    -> Tensor
  {
    let inputs = [x, packed(weights), bias, residual].compactMap(\.self)
    let (hasBias, hasResidual) = (bias != nil, residual != nil)
    return Tensor.computed("conv2d", [target], from: inputs, scratch: workspace.total) { memory in
      let (x, packed, y) = (memory.input(0), memory.input(1), memory.output())
      let bias = hasBias ? memory.input(2) : nil
      let residual = hasResidual ? memory.input(hasBias ? 3 : 2) : nil
      parts.run { part, units in
        var plan = plan
        ck_conv2d_forward(
          x, packed, bias, residual, y, &plan, flags, units.lowerBound, units.upperBound,
          memory.scratch + part * workspace.size)
      }
    }[0]
  }

  func backwardData(_ gradient: Tensor, _ weights: Tensor, _ shape: Shape) -> Tensor {
    .computed(
      "conv2d data gradient", shape, from: gradient, packed(weights), scratch: workspace.total,
      accumulating: true
    ) { memory in
      let (g, packed, d) = (memory.input(0), memory.input(1), memory.output())
      parts.run { part, units in
        var plan = plan
        ck_conv2d_backward_data(
          g, packed, d, &plan, flags | memory.flags, units.lowerBound, units.upperBound,
          memory.scratch + part * workspace.size)
      }
    }
  }

  func backwardWeights(_ x: Tensor, _ gradient: Tensor, _ shape: Shape, withBias: Bool) -> [Tensor] {
    let count = shape.elementCount
    let sums = Workspace(count + plan.filters, parts: parts)
    return Tensor.computed(
      "conv2d weight gradient", withBias ? [shape, [plan.filters]] : [shape], from: [x, gradient],
      scratch: workspace.total + sums.total
    ) { memory in
      let (x, g, sum) = (memory.input(0), memory.input(1), memory.scratch + workspace.total)
      sum.update(repeating: 0, count: sums.total)
      parts.run { part, units in
        var plan = plan
        let own = sum + part * sums.size
        ck_conv2d_backward_weights(
          x, g, own, withBias ? own + count : nil, &plan, flags, units.lowerBound, units.upperBound,
          memory.scratch + part * workspace.size)
      }
      ck_sum_parts(sum, memory.output(), parts.count, sums.size, 0, count)
      if withBias { ck_sum_parts(sum + count, memory.output(1), parts.count, sums.size, 0, plan.filters) }
    }
  }
}
