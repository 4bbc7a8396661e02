internal import Report
internal import Tensors

/// What training makes small.
public enum Loss: String, CaseIterable, Sendable {
  /// For classes: -log of the share given to the right one.
  case crossEntropy = "cross_entropy"
  /// For values: squared distance.
  case meanSquaredError = "mse"
  /// For values with outliers: squared distance near the target, absolute beyond 1.
  case huber
  /// For values in 0 .. 1, from logits.
  case binaryCrossEntropy = "bce"

  func value(_ output: Tensor, _ target: Target, _ options: TrainingOptions) throws -> Tensor {
    switch (self, target) {
    case (.crossEntropy, .classes(let labels)):
      return try output.crossEntropy(
        labels, weights: options.classWeights.map { $0.map(Float.init) },
        smoothing: Float(options.labelSmoothing))
    case (.meanSquaredError, .values(let wanted)): return try output.meanSquaredError(wanted)
    case (.huber, .values(let wanted)): return try output.huber(wanted)
    case (.binaryCrossEntropy, .values(let wanted)): return try output.binaryCrossEntropy(wanted)
    case (_, .classes):
      throw Fault(
        .usage, en: "loss '\(rawValue)' is for values, and the samples have classes",
        zh: "损失 '\(rawValue)' 用于数值目标，而样本的目标是类别", try: "loss = \"cross_entropy\"")
    case (_, .values):
      throw Fault(
        .usage, en: "loss '\(rawValue)' is for classes, and the samples have values",
        zh: "损失 '\(rawValue)' 用于类别目标，而样本的目标是数值", try: "loss = \"mse\"")
    }
  }
}
