internal import CKernels
internal import Tensors

/// RMSprop (Tieleman and Hinton, 2012).
final class RMSprop: Optimizer {
  private let weightDecay: Double
  private var squares = WeightMemory()

  init(weightDecay: Double) { self.weightDecay = weightDecay }

  func step(_ weights: [Weight], _ gradients: [Tensor], _ scalars: Tensor) {
    let square = squares.tensors(like: weights)
    let (pieces, count, decay) = (WeightPieces(weights), weights.count, Float(weightDecay))
    Tensor.change("rmsprop", weights.map(\.tensor) + square, reading: [scalars] + gradients) { memory in
      let scalars = StepScalars(memory.input(0))
      pieces.forEach { piece in
        ck_rmsprop_step(
          memory.input(1 + piece.weight) + piece.start, scalars.scale,
          memory.output(piece.weight) + piece.start, memory.output(count + piece.weight) + piece.start, nil,
          scalars.rate, 0.99, 1e-8, 0, piece.decays ? decay : 0, piece.count)
      }
    }
  }
}
