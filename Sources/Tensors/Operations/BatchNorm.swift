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
    let statistics = channelStatistics(rows: rows, epsilon: epsilon)
    let result = folded(statistics, gamma, beta, epsilon, residual, relu: relu)
    let saved = relu ? result.detached() : nil
    let inputs = [self, gamma, beta] + (residual.map { [$0] } ?? [])
    let recorded = result.recorded(from: inputs) { [self] gradient in
      let (dx, dgamma, dbeta, dresidual) = batchNormGradient(
        gradient, saved, statistics, gamma, rows: rows, withResidual: residual?.tracksGradient ?? false)
      return [dx, dgamma, dbeta, dresidual]
    }
    return (recorded, statistics)
  }

  /// Batch normalisation with given statistics, as at inference: a scale and a shift for each channel.
  public func batchNorm(
    _ gamma: Tensor, _ beta: Tensor, mean: Tensor, variance: Tensor, epsilon: Float = 1e-5,
    residual: Tensor? = nil, relu: Bool = false
  ) throws -> Tensor {
    _ = try checkedNormRows("batch_norm", gamma, beta, residual)
    let tracked = [self, gamma, beta] + (residual.map { [$0] } ?? [])
    guard Node.isRecording, tracked.contains(where: \.tracksGradient) else {
      let statistics = ChannelStatistics(mean: mean, variance: variance, inverse: variance)
      return folded(statistics, gamma, beta, epsilon, residual, relu: relu)
    }
    let scale = try gamma / variance.mapped { ($0 + epsilon).squareRoot() }
    var result = try self * scale + (beta - mean * scale)
    if let residual { result = try result + residual }
    return relu ? result.relu() : result
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

  private func channelStatistics(rows: Int, epsilon: Float) -> ChannelStatistics {
    let channels = shape[rank - 1]
    let parts = Parts(rows, grain: 256)
    let statistics = ChannelStatistics(
      mean: Tensor(uninitialized: [channels]), variance: Tensor(uninitialized: [channels]),
      inverse: Tensor(uninitialized: [channels]))
    let x = values
    withUnsafeTemporaryAllocation(of: Double.self, capacity: parts.count * 2 * channels) { buffer in
      buffer.initialize(repeating: 0)
      guard let sums = buffer.baseAddress else { return }
      parts.run { part, range in
        ck_batch_norm_statistics(
          x, sums + part * 2 * channels, channels, range.lowerBound, range.upperBound)
      }
      ck_batch_norm_finish(
        x, sums, epsilon, statistics.mean.values, statistics.variance.values, statistics.inverse.values,
        parts.count, rows, channels)
    }
    return statistics
  }

  private func folded(
    _ statistics: ChannelStatistics, _ gamma: Tensor, _ beta: Tensor, _ epsilon: Float, _ residual: Tensor?,
    relu: Bool
  ) -> Tensor {
    let channels = shape[rank - 1]
    let factors = Tensor(uninitialized: [2, channels])
    let (scale, shift) = (factors.values, factors.values + channels)
    ck_batch_norm_fold(
      statistics.mean.values, statistics.variance.values, gamma.values, beta.values, epsilon, scale, shift,
      channels)
    let result = Tensor(uninitialized: shape)
    let (x, r, y) = (values, residual?.values, result.values)
    withExtendedLifetime(factors) {
      Parts(count / channels, grain: 256).run { _, rows in
        ck_scale_shift(
          x, scale, shift, r, y, channels, relu ? Int32(CK_FUSE_RELU) : 0, rows.lowerBound,
          rows.upperBound)
      }
    }
    return result
  }

  private func batchNormGradient(
    _ gradient: Tensor, _ output: Tensor?, _ statistics: ChannelStatistics, _ gamma: Tensor, rows: Int,
    withResidual: Bool
  ) -> (Tensor, Tensor, Tensor, Tensor?) {
    let channels = shape[rank - 1]
    let (dgamma, dbeta) = (Tensor(uninitialized: [channels]), Tensor(uninitialized: [channels]))
    let inner = Tensor(uninitialized: shape)
    let dresidual = withResidual ? Tensor(uninitialized: shape) : nil
    let parts = Parts(rows, grain: 256)
    let (x, g, y) = (values, gradient.values, output?.values)
    let (mean, inverse) = (statistics.mean.values, statistics.inverse.values)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: parts.count * 2 * channels) { buffer in
      buffer.initialize(repeating: 0)
      guard let sums = buffer.baseAddress else { return }
      parts.run { part, range in
        ck_batch_norm_backward_sums(
          x, g, y, mean, inverse, sums + part * 2 * channels, channels, range.lowerBound, range.upperBound)
      }
      ck_batch_norm_backward_finish(sums, dgamma.values, dbeta.values, parts.count, channels)
    }
    let (weights, dg, db, d, r) = (
      gamma.values, dgamma.values, dbeta.values, inner.values, dresidual?.values
    )
    parts.run { _, range in
      ck_batch_norm_backward(
        x, g, y, mean, inverse, weights, dg, db, d, r, rows, channels, 0, range.lowerBound,
        range.upperBound)
    }
    return (inner, dgamma, dbeta, dresidual)
  }
}
