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
    let result = Tensor(uninitialized: [shape[0], plan.out_height, plan.out_width, plan.filters])
    let parts = Parts(plan.batch)
    let (x, w, b, y) = (values, weights.values, bias?.values, result.values)
    let workspace = Workspace(ck_conv2d_workspace(&plan), parts: parts.count)
    workspace.use { work in
      parts.run { part, images in
        var plan = plan
        ck_conv2d_forward(
          x, w, b, y, &plan, 0, images.lowerBound, images.upperBound, work + part * workspace.size)
      }
    }
    let inputs = [self, weights] + (bias.map { [$0] } ?? [])
    return result.recorded(from: inputs) { [self] gradient in
      let data = tracksGradient ? conv2dDataGradient(gradient, weights, plan) : nil
      let biasTracks = bias?.tracksGradient ?? false
      guard weights.tracksGradient || biasTracks else { return [data, nil, nil] }
      let (dw, db) = conv2dWeightGradient(gradient, weights.shape, plan, withBias: biasTracks)
      return [data, dw, db]
    }
  }

  private func conv2dDataGradient(_ gradient: Tensor, _ weights: Tensor, _ plan: ck_conv2d) -> Tensor {
    let inner = Tensor(uninitialized: shape)
    let parts = Parts(plan.batch)
    var plan = plan
    let workspace = Workspace(ck_conv2d_workspace(&plan), parts: parts.count)
    let (g, w, d) = (gradient.values, weights.values, inner.values)
    workspace.use { work in
      parts.run { part, images in
        var plan = plan
        ck_conv2d_backward_data(
          g, w, d, &plan, 0, images.lowerBound, images.upperBound, work + part * workspace.size)
      }
    }
    return inner
  }

  /// Each part adds up its own gradient; they are joined in the order of the parts.
  private func conv2dWeightGradient(
    _ gradient: Tensor, _ weightShape: Shape, _ plan: ck_conv2d, withBias: Bool
  ) -> (Tensor, Tensor?) {
    let parts = Parts(plan.batch)
    var plan = plan
    let workspace = Workspace(ck_conv2d_workspace(&plan), parts: parts.count)
    let weightCount = weightShape.elementCount
    let sums = Workspace(weightCount + plan.filters, parts: parts.count).zeroed(parts: parts.count)
    let dw = Tensor(uninitialized: weightShape)
    let db = withBias ? Tensor(uninitialized: [plan.filters]) : nil
    let (x, g) = (values, gradient.values)
    workspace.use { work in
      sums.use { sum in
        parts.run { part, images in
          var plan = plan
          let own = sum + part * sums.size
          ck_conv2d_backward_weights(
            x, g, own, withBias ? own + weightCount : nil, &plan, images.lowerBound, images.upperBound,
            work + part * workspace.size)
        }
        ck_sum_parts(sum, dw.values, parts.count, sums.size, 0, weightCount)
        if let db { ck_sum_parts(sum + weightCount, db.values, parts.count, sums.size, 0, plan.filters) }
      }
    }
    return (dw, db)
  }
}
