internal import CKernels
internal import Tensors

/// Adam (Kingma and Ba, 2015); with decoupled weight decay AdamW (Loshchilov and Hutter, 2019).
final class Adam: Optimizer {
  private let weightDecay: Double
  private let decoupled: Bool
  private var means = WeightMemory()
  private var variances = WeightMemory()
  private var steps = 0

  init(weightDecay: Double, decoupled: Bool) {
    self.weightDecay = weightDecay
    self.decoupled = decoupled
  }

  func step(_ weights: [Weight], rate: Double, scale: Double) {
    steps += 1
    for (place, weight) in weights.enumerated() {
      let mean = means.tensor(place, like: weight.tensor)
      let variance = variances.tensor(place, like: weight.tensor)
      guard let gradient = weight.tensor.gradient else { continue }
      ck_adam_step(
        gradient.values, Float(scale), weight.tensor.values, mean.values, variance.values, Float(rate), 0.9,
        0.999, 1e-8, weight.decays ? Float(weightDecay) : 0, decoupled, steps, gradient.count)
    }
  }
}
