internal import CKernels
internal import Tensors

/// Adam (Kingma and Ba, 2015); with decoupled weight decay AdamW (Loshchilov and Hutter, 2019).
final class Adam: Optimizer {
  private let weightDecay: Double
  private let decoupled: Bool
  private var means = WeightMemory()
  private var variances = WeightMemory()

  init(weightDecay: Double, decoupled: Bool) {
    self.weightDecay = weightDecay
    self.decoupled = decoupled
  }

  func step(_ weights: [Weight], _ gradients: [Tensor], _ scalars: Tensor) {
    let (mean, variance) = (means.tensors(like: weights), variances.tensors(like: weights))
    let (pieces, count) = (WeightPieces(weights), weights.count)
    let (decay, decoupled) = (Float(weightDecay), decoupled)
    Tensor.change(
      decoupled ? "adamw" : "adam", weights.map(\.tensor) + mean + variance, reading: [scalars] + gradients
    ) { memory in
      let scalars = StepScalars(memory.input(0))
      pieces.forEach { piece in
        ck_adam_step(
          memory.input(1 + piece.weight) + piece.start, scalars.scale,
          memory.output(piece.weight) + piece.start, memory.output(count + piece.weight) + piece.start,
          memory.output(2 * count + piece.weight) + piece.start, scalars.rate, 0.9, 0.999, 1e-8,
          piece.decays ? decay : 0, decoupled, scalars.step, piece.count)
      }
    }
  }
}
