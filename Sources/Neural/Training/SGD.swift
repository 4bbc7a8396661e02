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

  func step(_ weights: [Weight], _ gradients: [Tensor], _ scalars: Tensor) {
    let velocity = velocities.tensors(like: weights)
    let (list, decay) = (WeightList(weights), Float(weightDecay))
    let (momentum, nesterov) = (Float(momentum), nesterov)
    Tensor.change("sgd", weights.map(\.tensor) + velocity, reading: [scalars] + gradients) { memory in
      list.step(memory, moments: true, squares: false, decay: decay) { list, decay, range in
        ck_sgd_steps(list, memory.input(0), momentum, nesterov, decay, range.lowerBound, range.upperBound)
      }
    }
  }
}
