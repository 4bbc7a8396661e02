internal import CKernels

/// Means and variances of the channels of one batch.
public struct ChannelStatistics {
  /// [channels]
  public let mean: Tensor
  /// Biased (divided by n), [channels]
  public let variance: Tensor
  let inverse: Tensor
}

extension Tensor {
  /// Batch normalisation with the batch's own statistics (Ioffe and Szegedy, 2015), over all axes but the
  /// last: y = gamma (x - mean) / sqrt(variance + epsilon) + beta, then the residual added and negative
  /// values replaced by 0 where asked, all in one pass.
  ///
  /// - Parameters:
  ///   - gamma: [channels]
  ///   - beta: [channels]
  ///   - residual: of the tensor's own shape
  public func batchNorm(
    _ gamma: Tensor, _ beta: Tensor, epsilon: Float = 1e-5, residual: Tensor? = nil, relu: Bool = false
  ) throws -> (result: Tensor, statistics: ChannelStatistics) {
    let rows = try checkedNormRows("batch_norm", gamma, beta, residual)
    let plan = ChannelPlan(rows: rows, channels: shape[rank - 1], epsilon: epsilon, relu: relu)
    let inputs = [self, gamma, beta] + (residual.map { [$0] } ?? [])
    let hasResidual = residual != nil
    let outputs = Tensor.computed(
      "batch_norm", [shape] + Array(repeating: [plan.channels], count: 3), from: inputs,
      scratch: plan.scratch, overwriting: hasResidual ? 3 : nil
    ) { memory in plan.forward(memory, hasResidual: hasResidual) }
    let statistics = ChannelStatistics(mean: outputs[1], variance: outputs[2], inverse: outputs[3])
    let saved = relu ? outputs[0].detached() : nil
    let recorded = outputs[0].recorded(from: inputs) { [self] gradient in
      batchNormGradient(
        gradient, saved, statistics, gamma, plan, withResidual: residual?.tracksGradient ?? false)
    }
    return (recorded, statistics)
  }

  /// The gradients of x, gamma, beta and, where asked, of the residual.
  private func batchNormGradient(
    _ gradient: Tensor, _ output: Tensor?, _ statistics: ChannelStatistics, _ gamma: Tensor,
    _ plan: ChannelPlan, withResidual: Bool
  ) -> [Tensor?] {
    // Without ReLU the residual's gradient is the output's.
    let makesResidual = withResidual && output != nil
    let inputs = [self, gradient, statistics.mean, statistics.inverse, gamma] + (output.map { [$0] } ?? [])
    let masked = output != nil
    let gradients = Tensor.computed(
      "batch_norm gradient", [shape, [plan.channels], [plan.channels]] + (makesResidual ? [shape] : []),
      from: inputs, scratch: plan.scratch, overwriting: 1, accumulating: !makesResidual
    ) { memory in plan.backward(memory, masked: masked, withResidual: makesResidual) }
    let dresidual = makesResidual ? gradients[3] : withResidual ? gradient : nil
    return [gradients[0], gradients[1], gradients[2], dresidual]
  }

  /// Batch normalisation with given statistics, as at inference: a scale and a shift for each channel.
  public func batchNorm(
    _ gamma: Tensor, _ beta: Tensor, mean: Tensor, variance: Tensor, epsilon: Float = 1e-5,
    residual: Tensor? = nil, relu: Bool = false
  ) throws -> Tensor {
    let rows = try checkedNormRows("batch_norm", gamma, beta, residual)
    let tracked = [self, gamma, beta] + (residual.map { [$0] } ?? [])
    guard Node.isRecording, tracked.contains(where: \.tracksGradient) else {
      let factors = Tensor.normFactors(gamma, beta, mean: mean, variance: variance, epsilon: epsilon)
      let plan = ChannelPlan(rows: rows, channels: gamma.count, epsilon: epsilon, relu: relu)
      let (inputs, hasResidual) = ([self, factors] + (residual.map { [$0] } ?? []), residual != nil)
      return Tensor.computed("scale and shift", [shape], from: inputs, overwriting: 0) { memory in
        let (x, scale, y) = (memory.input(0), memory.input(1), memory.output())
        plan.scaleAndShift(x, scale, hasResidual ? memory.input(2) : nil, y)
      }[0]
    }
    let factor = try gamma / (variance.detached().applying(CK_OFFSET, epsilon)).squareRoot()
    var result = try self * factor + (beta - mean * factor)
    if let residual { result = try result + residual }
    return relu ? result.relu() : result
  }

  /// What batch normalisation with given statistics comes to, [2, channels]: gamma / sqrt(variance + epsilon),
  /// and beta - mean times that.
  package static func normFactors(
    _ gamma: Tensor, _ beta: Tensor, mean: Tensor, variance: Tensor, epsilon: Float
  ) -> Tensor {
    let channels = gamma.count
    return .computed("norm factors", [2, channels], from: gamma, beta, mean, variance) { memory in
      let factors = memory.output()
      ck_batch_norm_fold(
        memory.input(2), memory.input(3), memory.input(0), memory.input(1), epsilon, factors,
        factors + channels, channels)
    }
  }

  /// Values of one channel, after a look at the shapes.
  private func checkedNormRows(_ operation: String, _ gamma: Tensor, _ beta: Tensor, _ residual: Tensor?)
    throws -> Int
  {
    guard let channels = shape.last, rank >= 2, channels > 0 else {
      throw ShapeFault.wanted(operation, shape, en: "[batch, …, channels]", zh: "[批, …, 通道]")
    }
    for part in [gamma, beta] where part.shape != [channels] {
      throw ShapeFault.mismatch(operation, shape, part.shape)
    }
    if let residual, residual.shape != shape {
      throw ShapeFault.mismatch(operation, shape, residual.shape)
    }
    return count / channels
  }
}

/// The kernels' work on [rows, channels], cut into parts.
private struct ChannelPlan {
  let rows: Int
  let channels: Int
  let epsilon: Float
  let flags: Int32
  let parts: Parts

  init(rows: Int, channels: Int, epsilon: Float, relu: Bool) {
    self.rows = rows
    self.channels = channels
    self.epsilon = epsilon
    flags = relu ? Int32(CK_FUSE_RELU) : 0
    parts = Parts(rows, grain: Swift.max(64, elementGrain / Swift.max(1, channels)))
  }

  /// Sums of two kinds in double precision for each part, then a scale and a shift for each channel.
  var scratch: Int { 2 * (2 * channels * parts.count) + 2 * channels }

  private func sums(_ memory: Operands) -> UnsafeMutablePointer<Double> {
    let sums = UnsafeMutableRawPointer(memory.scratch).assumingMemoryBound(to: Double.self)
    sums.update(repeating: 0, count: 2 * channels * parts.count)
    return sums
  }

  func forward(_ memory: Operands, hasResidual: Bool) {
    let (x, y) = (memory.input(0), memory.output())
    let (mean, variance, inverse) = (memory.output(1), memory.output(2), memory.output(3))
    let sums = sums(memory)
    parts.run { part, range in
      ck_batch_norm_statistics(
        x, sums + part * 2 * channels, channels, range.lowerBound, range.upperBound)
    }
    ck_batch_norm_finish(x, sums, epsilon, mean, variance, inverse, parts.count, rows, channels)
    let factors = memory.scratch + 4 * channels * parts.count
    ck_batch_norm_fold(
      mean, variance, memory.input(1), memory.input(2), epsilon, factors, factors + channels, channels)
    scaleAndShift(x, factors, hasResidual ? memory.input(3) : nil, y)
  }

  func scaleAndShift(
    _ x: UnsafePointer<Float>, _ factors: UnsafePointer<Float>, _ residual: UnsafePointer<Float>?,
    _ y: UnsafeMutablePointer<Float>
  ) {
    parts.run { _, range in
      ck_scale_shift(
        x, factors, factors + channels, residual, y, channels, flags, range.lowerBound, range.upperBound)
    }
  }

  func backward(_ memory: Operands, masked: Bool, withResidual: Bool) {
    let (x, g, mean, inverse) = (memory.input(0), memory.input(1), memory.input(2), memory.input(3))
    let y = masked ? memory.input(5) : nil
    let (dx, dgamma, dbeta) = (memory.output(), memory.output(1), memory.output(2))
    let dresidual = withResidual ? memory.output(3) : nil
    let sums = sums(memory)
    parts.run { part, range in
      ck_batch_norm_backward_sums(
        x, g, y, mean, inverse, sums + part * 2 * channels, channels, range.lowerBound, range.upperBound)
    }
    ck_batch_norm_backward_finish(sums, dgamma, dbeta, parts.count, channels)
    parts.run { _, range in
      ck_batch_norm_backward(
        x, g, y, mean, inverse, memory.input(4), dgamma, dbeta, dx, dresidual, rows, channels, memory.flags,
        range.lowerBound, range.upperBound)
    }
  }
}
