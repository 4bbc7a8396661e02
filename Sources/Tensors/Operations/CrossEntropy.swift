internal import CKernels

extension Tensor {
  /// The mean of -log softmax(logits)[label] over a batch: this tensor holds the logits, [n, classes].
  ///
  /// - Parameters:
  ///   - labels: counted from 0, one for each row; a negative one is passed over.
  ///   - weights: how much each class counts; the mean is then weighted.
  ///   - smoothing: that part of each label is spread over all classes (Szegedy et al., 2016).
  public func crossEntropy(_ labels: [Int], weights: [Float]? = nil, smoothing: Float = 0) throws -> Tensor {
    try crossEntropy(
      checkedLabels("cross_entropy", labels, weights), weights: weights, smoothing: smoothing)
  }

  /// The same, the labels being whole numbers in a tensor, [n], so that a program can be given them. They are below
  /// the number of classes.
  package func crossEntropy(_ labels: Tensor, weights: [Float]?, smoothing: Float) throws -> Tensor {
    let (shape, rows, classes) = (shape, shape[0], shape[1])
    let slope = tracksGradient && Node.isRecording
    let (factors, parts) = (weights.map { Tensor($0) }, Parts(rows, grain: 256))
    // The losses of the rows, then the labels as the kernel counts them.
    let outputs = Tensor.computed(
      "cross_entropy", slope ? [[], shape] : [[]], from: [self, labels] + (factors.map { [$0] } ?? []),
      scratch: (rows + 15) / 16 * 16 + 2 * rows
    ) { [hasWeights = weights != nil] memory in
      let (x, given, losses) = (memory.input(0), memory.input(1), memory.scratch)
      let factor = hasWeights ? memory.input(2) : nil
      let label = UnsafeMutableRawPointer(losses + (rows + 15) / 16 * 16).assumingMemoryBound(to: Int.self)
      for row in 0..<rows { label[row] = Int(given[row]) }
      let total = ck_label_weight(label, factor, rows)
      let share = total > 0 ? Float(1 / total) : 0
      let dlogits = slope ? memory.output(1) : nil
      parts.run { _, range in
        ck_cross_entropy(
          x, label, factor, smoothing, share, losses, dlogits, classes, range.lowerBound, range.upperBound)
      }
      memory.output()[0] = Float(ck_reduce_all(CK_SUM, losses, rows)) * share
    }
    guard slope else { return outputs[0] }
    return outputs[0].recorded(from: self) { [slope = outputs[1]] gradient in
      [gradient.isConstant(1) ? slope : try slope.broadcast("*", gradient, CK_MULTIPLY)]
    }
  }

  /// Whether this is a single number that no run changes, and it is `value`.
  private func isConstant(_ value: Float) -> Bool {
    count == 1 && Trace.current?.follows([self]) != true && item == value
  }
}
