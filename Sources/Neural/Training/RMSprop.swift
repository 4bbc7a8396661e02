internal import CKernels
internal import Tensors

/// RMSprop (Tieleman and Hinton, 2012).
final class RMSprop: Optimizer {
  private let weightDecay: Double
  private var squares = WeightMemory()

  init(weightDecay: Double) { self.weightDecay = weightDecay }

  func step(_ weights: [Weight], rate: Double, scale: Double) {
    for (place, weight) in weights.enumerated() {
      let square = squares.tensor(place, like: weight.tensor)
      guard let gradient = weight.tensor.gradient else { continue }
      ck_rmsprop_step(
        gradient.values, Float(scale), weight.tensor.values, square.values, nil, Float(rate), 0.99, 1e-8, 0,
        weight.decays ? Float(weightDecay) : 0, gradient.count)
    }
  }
}
