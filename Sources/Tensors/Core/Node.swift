internal import Synchronization

/// How a tensor came about: its inputs, and what its gradient says about theirs.
final class Node {
  let inputs: [Tensor]
  /// From the gradient of the output to the gradient of each input; nil for an input that needs none.
  let gradient: (Tensor) throws -> [Tensor?]

  init(inputs: [Tensor], gradient: @escaping (Tensor) throws -> [Tensor?]) {
    self.inputs = inputs
    self.gradient = gradient
  }

  @TaskLocal static var isRecording = true
}

/// Runs `body` without recording how its tensors came about: inference needs no gradient and keeps no memory
/// for one.
public func withoutGradient<Result>(_ body: () throws -> Result) rethrows -> Result {
  try Node.$isRecording.withValue(false, operation: body)
}

extension Tensor {
  /// Whether tensors note how they came about (see `withoutGradient`).
  package static var isRecording: Bool { Node.isRecording }

  /// True when a gradient flows into this tensor.
  package var tracksGradient: Bool { requiresGradient || node != nil }

  /// Notes how this tensor came about, when an input wants a gradient and recording is on.
  func recorded(from inputs: Tensor..., gradient: @escaping (Tensor) throws -> [Tensor?]) -> Tensor {
    recorded(from: inputs, gradient: gradient)
  }

  func recorded(from inputs: [Tensor], gradient: @escaping (Tensor) throws -> [Tensor?]) -> Tensor {
    if inputs.contains(where: \.tracksGradient), Node.isRecording {
      node = Node(inputs: inputs, gradient: gradient)
    }
    return self
  }
}
