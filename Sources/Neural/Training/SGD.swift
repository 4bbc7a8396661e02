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
    let (pieces, count) = (WeightPieces(weights), weights.count)
    let (momentum, nesterov, decay) = (Float(momentum), nesterov, Float(weightDecay))
    Tensor.change("sgd", weights.map(\.tensor) + velocity, reading: [scalars] + gradients) { memory in
      let scalars = StepScalars(memory.input(0))
      pieces.forEach { piece in
        ck_sgd_step(
          memory.input(1 + piece.weight) + piece.start, scalars.scale,
          memory.output(piece.weight) + piece.start, memory.output(count + piece.weight) + piece.start,
          scalars.rate, momentum, nesterov, piece.decays ? decay : 0, piece.count)
      }
    }
  }
}
