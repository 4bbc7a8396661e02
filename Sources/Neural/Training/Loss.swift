internal import Report
internal import Tensors

/// What training makes small.
public enum Loss: String, CaseIterable, Sendable {
  /// For classes: -log of the share given to the right one.
  case crossEntropy = "cross_entropy"
  /// For classes of which one is rare: cross-entropy in which samples that are told apart easily count little, with
  /// the factor (1 - p)^gamma (Lin et al., 2017).
  case focal
  /// For embeddings: those of one class come together, others stay a margin further off in squared distance (Schroff et
  /// al., 2015).
  case triplet
  /// For values: squared distance.
  case meanSquaredError = "mse"
  /// For values with outliers: squared distance near the target, absolute beyond 1.
  case huber
  /// For values in 0 .. 1, from logits.
  case binaryCrossEntropy = "bce"
  /// For masks of values in 0 .. 1, from logits: one less the overlap (Milletari et al., 2016).
  case dice

  /// Whether the targets are classes; else they are values.
  var comparesClasses: Bool { self == .crossEntropy || self == .focal || self == .triplet }

  /// Whether the targets are shares in 0 .. 1, and the network's outputs their logits.
  public var comparesShares: Bool { self == .binaryCrossEntropy || self == .dice }

  /// Whether the network's output is a score for each class, the greatest of which is what the network says. The
  /// triplet loss works on embeddings of any width instead.
  public var scoresClasses: Bool { self == .crossEntropy || self == .focal }

  /// - Parameter wanted: what a batch asks for.
  func value(_ output: Tensor, _ wanted: Wanted, _ options: TrainingOptions) throws -> Tensor {
    guard wanted.areClasses == comparesClasses else { throw mismatch(wanted) }
    let weights = options.classWeights.map { $0.map(Float.init) }
    let smoothing = Float(options.labelSmoothing)
    if wanted.areShares {
      guard self == .crossEntropy else { throw mixed }
      return try output.crossEntropy(shares: wanted.tensor, weights: weights, smoothing: smoothing)
    }
    return switch self {
    case .crossEntropy:
      try output.crossEntropy(wanted.tensor, weights: weights, smoothing: smoothing)
    case .focal: try output.focalLoss(wanted.tensor, gamma: Float(options.focalGamma), weights: weights)
    case .triplet: try output.tripletLoss(wanted.tensor, margin: Float(options.tripletMargin))
    case .meanSquaredError: try output.meanSquaredError(wanted.tensor)
    case .huber: try output.huber(wanted.tensor)
    case .binaryCrossEntropy: try output.binaryCrossEntropy(wanted.tensor)
    case .dice: try output.diceLoss(wanted.tensor)
    }
  }

  private var mixed: Fault {
    Fault(
      .usage, en: "loss '\(rawValue)' takes samples of one class each, and mixup mixes them",
      zh: "损失 '\(rawValue)' 要求每个样本只属于一个类别，而 mixup 会混合样本", try: "loss = \"cross_entropy\"")
  }

  private func mismatch(_ wanted: Wanted) -> Fault {
    wanted.areClasses
      ? Fault(
        .usage, en: "loss '\(rawValue)' is for values, and the samples have classes",
        zh: "损失 '\(rawValue)' 用于数值目标，而样本的目标是类别", try: "loss = \"cross_entropy\"")
      : Fault(
        .usage, en: "loss '\(rawValue)' is for classes, and the samples have values",
        zh: "损失 '\(rawValue)' 用于类别目标，而样本的目标是数值",
        try: wanted.tensor.rank > 2 ? "loss = \"bce\"" : "loss = \"mse\"")
  }
}

/// What a batch asks for, as a tensor that a program can be given: values [n, …], classes [n] as whole numbers counted
/// from 0, or shares of classes [n, classes].
struct Wanted {
  var tensor: Tensor
  var areClasses: Bool
  var areShares: Bool { areClasses && tensor.rank == 2 }
}

extension Target {
  /// - Throws: a fault when a class is none of the network's outputs.
  func wanted(outputs: Int) throws -> Wanted {
    switch self {
    case .values(let values): return Wanted(tensor: values, areClasses: false)
    case .shares(let shares): return Wanted(tensor: shares, areClasses: true)
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
