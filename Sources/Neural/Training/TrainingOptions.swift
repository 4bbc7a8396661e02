public import Tensors

/// How a network is trained.
public struct TrainingOptions: Sendable {
  /// Passes over all samples.
  public var epochs = 10
  /// Samples between two steps of the optimizer.
  public var batchSize = 32
  public var optimizer = OptimizerKind.adamw
  /// The highest learning rate; what suits the optimizer when nil.
  public var rate: Double?
  public var schedule = Schedule.oneCycle
  /// Epochs in which the learning rate rises from 0.
  public var warmupEpochs = 0.0
  public var momentum = 0.9
  public var nesterov = true
  /// How much the weights (not biases and scales) shrink.
  public var weightDecay = 1e-4
  /// The gradient's length is held to this; nil for no limit.
  public var clipNorm: Double?
  /// Cross-entropy for classes and mean squared error for values when nil.
  public var loss: Loss?
  public var labelSmoothing = 0.0
  /// How little the focal loss lets samples count that are told apart easily; 0 is cross-entropy.
  public var focalGamma = 2.0
  /// How much further off, in squared distance, the triplet loss wants embeddings of other classes.
  public var tripletMargin = 0.2
  /// How much each class counts.
  public var classWeights: [Double]?
  /// Samples that measure each epoch and take no part in the steps.
  public var valid: (any BatchSource)?
  /// Epochs without a better validation loss before training stops; nil for never.
  public var patience: Int?
  /// Ends with the weights of the epoch with the best validation loss. On by itself with `patience`.
  public var keepsBest = false
  /// Whether samples are augmented.
  public var augments = true
  /// Ends with a running mean of the weights: the share of the old one at each step, 0.99 for instance.
  public var averaging: Double?
  public var seed: UInt64 = 1
  /// What products are formed with in a step; weights, sums and everything else are 32-bit floats.
  public var precision = Precision.float32
  /// Whether steps run as a program where the network can be traced; the results are the same.
  public var traces = true

  public init() {}
}
