internal import Neural
internal import Tensors

/// The loss and the gradients of a network's first step, as training itself reaches them: plain gradient descent
/// at a known rate takes the weights to w - rate g, and g is read off.
struct FirstStep {
  let loss: Double
  /// Of the learned weights, in their order.
  let gradients: [Tensor]

  /// So large that rounding of the weights does not count beside the step, and a power of two.
  private static let rate = 1024.0

  init(_ network: Network, _ source: MemorySource, _ batch: Int) throws {
    let learned = network.root.allWeights.map(\.tensor).filter(\.requiresGradient)
    let before = learned.map(\.list)
    var options = TrainingOptions()
    options.epochs = 1
    options.batchSize = batch
    options.optimizer = .sgd
    options.momentum = 0
    options.nesterov = false
    options.weightDecay = 0
    options.schedule = .constant
    options.rate = FirstStep.rate
    loss = try network.fit(source, options).epochs[0].loss
    gradients = try zip(learned, before).map { weight, old in
      try Tensor(weight.shape, zip(old, weight.list).map { ($0 - $1) / Float(FirstStep.rate) })
    }
  }
}
