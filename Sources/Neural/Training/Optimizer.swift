internal import Tensors

/// Moves the weights against their gradients.
protocol Optimizer: AnyObject {
  /// One step.
  ///
  /// - Parameters:
  ///   - weights: those that decay first.
  ///   - scalars: the learning rate, what the gradients are multiplied by first, and the number of the
  ///     step counted from 1.
  func step(_ weights: [Weight], _ gradients: [Tensor], _ scalars: Tensor)
}

/// The numbers that change from step to step, as the kernels read them.
enum StepScalars {
  static func tensor(rate: Double, step: Int) -> Tensor { Tensor([Float(rate), 1, Float(step)]) }
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
  private var tensors: [ObjectIdentifier: Tensor] = [:]

  mutating func tensors(like weights: [Weight]) -> [Tensor] {
    weights.map { weight in
      let key = ObjectIdentifier(weight.tensor)
      let known = tensors[key] ?? Tensor.zeros(weight.tensor.shape)
      tensors[key] = known
      return known
    }
  }
}
