internal import CKernels
internal import Tensors

/// Holds the length of all gradients together to a limit (Pascanu et al., 2013).
struct GradientClipping {
  let limit: Double

  /// The scalars with the factor that brings the gradients to the limit where they are longer.
  func scalars(_ scalars: Tensor, _ gradients: [Tensor]) -> Tensor {
    let (limit, counts) = (limit, gradients.map(\.count))
    return Tensor.computed("clip", [scalars.shape], from: [scalars] + gradients) { memory in
      let (given, result) = (memory.input(0), memory.output())
      let squares = ck_squared_norms(
        memory.inputs(from: 1).constant, counts, counts.count, 0, counts.reduce(0, +))
      let norm = squares.squareRoot()
      result.update(from: given, count: 3)
      if norm > limit { result[1] = Float(limit / norm) }
    }[0]
  }
}
