internal import CKernels
internal import Tensors

/// RMSprop (Tieleman and Hinton, 2012).
final class RMSprop: Optimizer {
  private let weightDecay: Double
  private var squares = WeightMemory()

  init(weightDecay: Double) { self.weightDecay = weightDecay }

  func step(_ weights: [Weight], _ gradients: [Tensor], _ scalars: Tensor) {
    let square = squares.tensors(like: weights)
    let (list, decay) = (WeightList(weights), Float(weightDecay))
    Tensor.change("rmsprop", weights.map(\.tensor) + square, reading: [scalars] + gradients) { memory in
      list.step(memory, moments: false, squares: true, decay: decay) { list, decay, range in
        ck_rmsprop_steps(list, memory.input(0), 0.99, 1e-8, 0, decay, range.lowerBound, range.upperBound)
      }
    }
  }
}
