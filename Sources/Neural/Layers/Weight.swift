public import Tensors

/// Numbers that a layer keeps: learned by gradient, or counted while training (running statistics).
public struct Weight {
  public let name: String
  public let tensor: Tensor
  /// Learned by gradient.
  public var isLearned: Bool { tensor.requiresGradient }
  /// Weight decay is for what multiplies (kernels and matrices), not for biases and scales (He et al., 2019).
  var decays: Bool { isLearned && tensor.rank > 1 }
}
