internal import Tensors

/// A network's programs for inference: one for each shape of batch, all in the same memory. The weights are constants
/// there, so that whatever follows from them alone (packed filters, folded normalisation) is computed once.
final class InferencePrograms {
  private let memory = ProgramMemory()
  private var programs: [[Shape]: Program] = [:]
  /// The shapes in the order of their first use: the oldest gives way to a new one.
  private var order: [[Shape]] = []
  private var traces = true
  private static let most = 8

  /// The output, overwritten by the next call.
  func output(of network: Network, _ x: Tensor, features: Tensor?) throws -> Tensor {
    let inputs = [x] + (features.map { [$0] } ?? [])
    guard let program = try program(for: network, inputs.map(\.shape)) else {
      return try network.forward(x, ForwardPass(isTraining: false, features: features))
    }
    try program.run(inputs)
    return program.results[0]
  }

  /// Bytes of the program for such a batch; nil where the network cannot be traced.
  func peakBytes(of network: Network, _ x: Tensor, features: Tensor?) throws -> Int? {
    try withoutGradient {
      try program(for: network, [x.shape] + (features.map { [$0.shape] } ?? []))?.peakBytes
    }
  }

  private func program(for network: Network, _ shapes: [Shape]) throws -> Program? {
    guard traces, network.isTraceable else { return nil }
    if let known = programs[shapes] { return known }
    do {
      let program = try Program(inputs: shapes, memory: memory) { tensors in
        let pass = ForwardPass(isTraining: false, features: tensors.count > 1 ? tensors[1] : nil)
        return [try network.forward(tensors[0], pass)]
      }
      if order.count == InferencePrograms.most { programs[order.removeFirst()] = nil }
      order.append(shapes)
      programs[shapes] = program
      return program
    } catch is UntraceableError {
      traces = false
      return nil
    }
  }
}
