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

  /// - Parameter wanted: what a batch asks for.
  func value(_ output: Tensor, _ wanted: Wanted, _ options: TrainingOptions) throws -> Tensor {
    switch (self, wanted.areClasses) {
    case (.crossEntropy, true):
      return try output.crossEntropy(
        wanted.tensor, weights: options.classWeights.map { $0.map(Float.init) },
        smoothing: Float(options.labelSmoothing))
    case (.meanSquaredError, false): return try output.meanSquaredError(wanted.tensor)
    case (.huber, false): return try output.huber(wanted.tensor)
    case (.binaryCrossEntropy, false): return try output.binaryCrossEntropy(wanted.tensor)
    case (_, true):
      throw Fault(
        .usage, en: "loss '\(rawValue)' is for values, and the samples have classes",
        zh: "损失 '\(rawValue)' 用于数值目标，而样本的目标是类别", try: "loss = \"cross_entropy\"")
    case (_, false):
      throw Fault(
        .usage, en: "loss '\(rawValue)' is for classes, and the samples have values",
        zh: "损失 '\(rawValue)' 用于类别目标，而样本的目标是数值", try: "loss = \"mse\"")
    }
  }
}

/// What a batch asks for, as a tensor that a program can be given: values [n, k], or classes [n] as whole numbers
/// counted from 0.
struct Wanted {
  var tensor: Tensor
  var areClasses: Bool
}

extension Target {
  /// - Throws: a fault when a class is none of the network's outputs.
  func wanted(outputs: Int) throws -> Wanted {
    switch self {
    case .values(let values): return Wanted(tensor: values, areClasses: false)
    case .classes(let classes):
      if let stranger = classes.first(where: { $0 >= outputs }) {
        throw Fault(
          .range, en: "a sample has class \(stranger + 1), and the network has \(outputs) outputs",
          zh: "有样本属于第 \(stranger + 1) 类，而网络只有 \(outputs) 个输出")
      }
      return Wanted(tensor: Tensor(classes.map(Float.init)), areClasses: true)
    }
  }
}
