internal import CKernels
internal import Report

extension Tensor {
  /// The mean of -log softmax(logits)[label] over a batch: this tensor holds the logits, [n, classes].
  ///
  /// - Parameters:
  ///   - labels: counted from 0, one for each row; a negative one is passed over.
  ///   - weights: how much each class counts; the mean is then weighted.
  ///   - smoothing: that part of each label is spread over all classes (Szegedy et al., 2016).
  public func crossEntropy(_ labels: [Int], weights: [Float]? = nil, smoothing: Float = 0) throws -> Tensor {
    guard rank == 2, shape[0] == labels.count, shape[1] > 0 else {
      throw ShapeFault.mismatch("cross_entropy", shape, [labels.count])
    }
    let (rows, classes) = (shape[0], shape[1])
    if let label = labels.first(where: { $0 >= classes }) {
      throw Fault(
        .range, en: "cross_entropy: class \(label + 1) of a network with \(classes) outputs",
        zh: "cross_entropy：类别 \(label + 1) 超出网络的 \(classes) 个输出")
    }
    if let weights, weights.count != classes {
      throw ShapeFault.mismatch("cross_entropy", shape, [weights.count])
    }
    let losses = Tensor(uninitialized: [rows])
    let slope = tracksGradient && Node.isRecording ? Tensor(uninitialized: shape) : nil
    let total = ck_label_weight(labels, weights, rows)
    let share = total > 0 ? Float(1 / total) : 0
    let (x, y, d) = (values, losses.values, slope?.values)
    labels.withUnsafeBufferPointer { labels in
      (weights ?? []).withUnsafeBufferPointer { factors in
        let (label, factor) = (labels.baseAddress, weights == nil ? nil : factors.baseAddress)
        Parts(rows, grain: 256).run { _, range in
          ck_cross_entropy(
            x, label, factor, smoothing, share, y, d, classes, range.lowerBound, range.upperBound)
        }
      }
    }
    let mean = Tensor(Float(ck_reduce_all(CK_SUM, y, rows)) * share)
    return withExtendedLifetime(losses) {
      mean.recorded(from: self) { gradient in
        let factor = gradient.item
        return [factor == 1 ? slope : slope?.mapped { $0 * factor }]
      }
    }
  }
}
