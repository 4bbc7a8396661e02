internal import CKernels
internal import Glibc

extension Tensor {
  /// The mean of -(1 - p)^gamma log p over a batch, p being the share that softmax gives to the right class (Lin et
  /// al., 2017): samples that are told apart easily count little. This tensor holds the logits, [n, classes].
  ///
  /// - Parameters:
  ///   - labels: counted from 0, one for each row; a negative one is passed over.
  ///   - gamma: 0 is cross-entropy.
  ///   - weights: how much each class counts; the mean is then weighted.
  public func focalLoss(_ labels: [Int], gamma: Float = 2, weights: [Float]? = nil) throws -> Tensor {
    try focalLoss(checkedLabels("focal", labels, weights), gamma: gamma, weights: weights)
  }

  /// The same, the labels being whole numbers in a tensor, [n], below the number of classes.
  package func focalLoss(_ labels: Tensor, gamma: Float, weights: [Float]?) throws -> Tensor {
    guard rank == 2, shape[0] == labels.count, shape[1] > 0 else {
      throw ShapeFault.mismatch("focal", shape, labels.shape)
    }
    let (shape, rows, classes) = (shape, shape[0], shape[1])
    let outputs = Tensor.computed("focal", [[], shape], from: [self, labels]) { memory in
      let (x, labels, d) = (memory.input(0), memory.input(1), memory.output(1))
      var (total, weight) = (0.0, 0.0)
      for row in 0..<rows where labels[row] >= 0 { weight += Double(weights?[Int(labels[row])] ?? 1) }
      let share = weight > 0 ? Float(1 / weight) : 0
      for row in 0..<rows {
        let (logits, slope) = (x + row * classes, d + row * classes)
        guard labels[row] >= 0 else {
          slope.update(repeating: 0, count: classes)
          continue
        }
        let label = Int(labels[row])
        ck_log_softmax(logits, slope, classes, 0, 1)
        let (log, rest) = (slope[label], -expm1f(slope[label]))
        let factor = share * (weights?[label] ?? 1)
        // The derivative by log p, which goes to the logits as that of log softmax does.
        let easing = powf(rest, gamma)
        let turn = rest > 0 ? gamma * expf(log) * powf(rest, gamma - 1) * log : 0
        total -= Double(factor * easing * log)
        for c in 0..<classes {
          slope[c] = factor * (easing - turn) * (expf(slope[c]) - (c == label ? 1 : 0))
        }
      }
      memory.output()[0] = Float(total)
    }
    return outputs[0].recorded(from: self) { [slope = outputs[1]] gradient in
      [try slope.broadcast("*", gradient, CK_MULTIPLY)]
    }
  }

  /// Labels as a tensor, [n], after a look at them and at the shape of the logits, [n, classes].
  package func checkedLabels(_ loss: String, _ labels: [Int], _ weights: [Float]? = nil) throws -> Tensor {
    guard rank == 2, shape[0] == labels.count, shape[1] > 0 else {
      throw ShapeFault.mismatch(loss, shape, [labels.count])
    }
    if let label = labels.first(where: { $0 >= shape[1] }) {
      throw ShapeFault.label(loss, label, of: shape[1])
    }
    if let weights, weights.count != shape[1] {
      throw ShapeFault.mismatch(loss, shape, [weights.count])
    }
    return Tensor(labels.map(Float.init))
  }
}
