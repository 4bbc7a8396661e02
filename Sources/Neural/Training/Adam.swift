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
    let (list, decay, decoupled) = (WeightList(weights), Float(weightDecay), decoupled)
    Tensor.change(
      decoupled ? "adamw" : "adam", weights.map(\.tensor) + mean + variance, reading: [scalars] + gradients
    ) { memory in
      list.step(memory, moments: true, squares: true, decay: decay) { list, decay, range in
        ck_adam_steps(
          list, memory.input(0), 0.9, 0.999, 1e-8, decay, decoupled, range.lowerBound, range.upperBound)
      }
    }
  }
}
