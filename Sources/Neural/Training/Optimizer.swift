internal import Tensors

/// Moves the weights against their gradients.
protocol Optimizer: AnyObject {
  /// One step at this learning rate; gradients are first multiplied by `scale`.
  func step(_ weights: [Weight], rate: Double, scale: Double)
}

/// How the weights are moved.
public enum OptimizerKind: String, CaseIterable, Sendable {
  case sgd, rmsprop, adam, adamw

  /// The learning rate that suits it when none is given.
  public var usualRate: Double {
    switch self {
    case .sgd: 0.05
    case .rmsprop, .adam: 1e-3
    case .adamw: 2e-3
    }
  }

  func make(momentum: Double, nesterov: Bool, weightDecay: Double) -> any Optimizer {
    switch self {
    case .sgd: SGD(momentum: momentum, nesterov: nesterov, weightDecay: weightDecay)
    case .rmsprop: RMSprop(weightDecay: weightDecay)
    case .adam: Adam(weightDecay: weightDecay, decoupled: false)
    case .adamw: Adam(weightDecay: weightDecay, decoupled: true)
    }
  }
}

/// Numbers that an optimizer keeps for each weight, zeros at first.
struct WeightMemory {
  private var tensors: [Tensor] = []

  mutating func tensor(_ place: Int, like weight: Tensor) -> Tensor {
    if place == tensors.count { tensors.append(Tensor.zeros(weight.shape)) }
    return tensors[place]
  }
}
