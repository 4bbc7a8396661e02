internal import Report
internal import Tensors

/// What a network takes of the machine's memory beside its weights.
public struct MemoryUse: Sendable, Equatable {
  /// Bytes at the peak of a training step.
  public var training: Int
  /// Bytes at the peak of inference.
  public var inference: Int
  /// Samples in the batch of the training step; inference is of one sample.
  public var batch: Int
}

extension Network {
  /// What training and inference take at their peak, from the memory plans of their programs; nil as long as no shape
  /// is known, for a network that cannot be traced, and for one that has nothing to learn.
  ///
  /// - Throws: a fault when the machine does not have so much.
  public func memoryUse(batch: Int = 32) throws -> MemoryUse? {
    guard let inputShape, let outputShape, root.allWeights.contains(where: \.isLearned) else { return nil }
    try TensorMemory.check("batch", [batch] + inputShape)
    try TensorMemory.check("batch", [batch] + outputShape)
    func input(_ count: Int) -> Tensor { Tensor(uninitialized: [count] + inputShape) }
    func features(_ count: Int) -> Tensor? {
      takesFeatures && inputShape.count == 3 ? Tensor(uninitialized: [count, featureCount]) : nil
    }
    let step = TrainingStep(self, .meanSquaredError, TrainingOptions())
    let given = TrainingStep.Input(
      samples: input(batch), features: features(batch),
      wanted: Wanted(tensor: Tensor(uninitialized: [batch] + outputShape), areClasses: false),
      seed: Tensor(seed: 0), scalars: StepScalars.tensor(rate: 0, step: 1))
    guard let training = try step.peakBytes(for: given),
      let inference = try InferencePrograms().peakBytes(of: self, input(1), features: features(1))
    else { return nil }
    return MemoryUse(training: training, inference: inference, batch: batch)
  }

  /// The same in words.
  var memoryLine: String? {
    do {
      guard let use = try memoryUse() else { return nil }
      return Text(
        en:
          "memory: \(use.training.megabytes) to train a batch of \(use.batch), \(use.inference.megabytes) for one sample",
        zh: "内存：训练一批 \(use.batch) 个样本 \(use.training.megabytes)，推理单个样本 \(use.inference.megabytes)"
      ).description
    } catch {
      return (error as? Fault)?.what.description
    }
  }
}
