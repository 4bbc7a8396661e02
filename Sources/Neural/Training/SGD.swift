internal import CKernels
internal import Tensors

/// Stochastic gradient descent with momentum, after Nesterov's lookahead where asked.
final class SGD: Optimizer {
  private let momentum: Double
  private let nesterov: Bool
  private let weightDecay: Double
  private var velocities = WeightMemory()

  init(momentum: Double, nesterov: Bool, weightDecay: Double) {
    self.momentum = momentum
    self.nesterov = nesterov
    self.weightDecay = weightDecay
  }

  func step(_ weights: [Weight], rate: Double, scale: Double) {
    for (place, weight) in weights.enumerated() {
      let velocity = velocities.tensor(place, like: weight.tensor)
      guard let gradient = weight.tensor.gradient else { continue }
      ck_sgd_step(
        gradient.values, Float(scale), weight.tensor.values, velocity.values, Float(rate), Float(momentum),
        nesterov, weight.decays ? Float(weightDecay) : 0, gradient.count)
    }
  }
}
