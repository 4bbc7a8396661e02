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
  public func conv2d(_ weights: Tensor, bias: Tensor? = nil, _ convolution: Convolution = Convolution())
    throws -> Tensor
  {
    var plan = try convolution.plan(shape, weights.shape)
    if let bias, bias.shape != [plan.filters] {
      throw ShapeFault.mismatch("conv2d", weights.shape, bias.shape)
    }
    let (target, parts) = ([shape[0], plan.out_height, plan.out_width, plan.filters], Parts(plan.batch))
    let workspace = Workspace(ck_conv2d_workspace(&plan), parts: parts)
    let inputs = [self, weights] + (bias.map { [$0] } ?? [])
    let result = Tensor.computed("conv2d", [target], from: inputs, scratch: workspace.total) {
      [plan, hasBias = bias != nil] memory in
      let (x, w, b, y) = (memory.input(0), memory.input(1), hasBias ? memory.input(2) : nil, memory.output())
      parts.run { part, images in
        var plan = plan
        ck_conv2d_forward(
          x, w, b, y, &plan, 0, images.lowerBound, images.upperBound, memory.scratch + part * workspace.size)
      }
    }[0]
    return result.recorded(from: inputs) { [self, plan] gradient in
      let data = tracksGradient ? conv2dDataGradient(gradient, weights, plan) : nil
      let biasTracks = bias?.tracksGradient ?? false
      guard weights.tracksGradient || biasTracks else { return [data, nil, nil] }
      return [data] + conv2dWeightGradient(gradient, weights.shape, plan, withBias: biasTracks)
    }
  }

  private func conv2dDataGradient(_ gradient: Tensor, _ weights: Tensor, _ plan: ck_conv2d) -> Tensor {
    let parts = Parts(plan.batch)
    var plan = plan
    let workspace = Workspace(ck_conv2d_workspace(&plan), parts: parts)
    return .computed(
      "conv2d data gradient", shape, from: gradient, weights, scratch: workspace.total, accumulating: true
    ) { [plan] memory in
      let (g, w, d) = (memory.input(0), memory.input(1), memory.output())
      parts.run { part, images in
        var plan = plan
        ck_conv2d_backward_data(
          g, w, d, &plan, memory.flags, images.lowerBound, images.upperBound,
          memory.scratch + part * workspace.size)
      }
    }
  }

  /// Each part adds up its own gradient; they are joined in the order of the parts.
  private func conv2dWeightGradient(
    _ gradient: Tensor, _ weightShape: Shape, _ plan: ck_conv2d, withBias: Bool
  ) -> [Tensor] {
    let parts = Parts(plan.batch)
    var plan = plan
    let count = weightShape.elementCount
    let workspace = Workspace(ck_conv2d_workspace(&plan), parts: parts)
    let sums = Workspace(count + plan.filters, parts: parts)
    let shapes = withBias ? [weightShape, [plan.filters]] : [weightShape]
    return Tensor.computed(
      "conv2d weight gradient", shapes, from: [self, gradient], scratch: workspace.total + sums.total
    ) { [plan] memory in
      let (x, g, sum) = (memory.input(0), memory.input(1), memory.scratch + workspace.total)
      sum.update(repeating: 0, count: sums.total)
      parts.run { part, images in
        var plan = plan
        let own = sum + part * sums.size
        ck_conv2d_backward_weights(
          x, g, own, withBias ? own + count : nil, &plan, images.lowerBound, images.upperBound,
          memory.scratch + part * workspace.size)
      }
      ck_sum_parts(sum, memory.output(), parts.count, sums.size, 0, count)
      if withBias { ck_sum_parts(sum + count, memory.output(1), parts.count, sums.size, 0, plan.filters) }
    }
  }
}
