internal import Tensors
internal import Workers

/// Moves the weights against their gradients.
protocol Optimizer: AnyObject {
  /// One step.
  ///
  /// - Parameter scalars: the learning rate, what the gradients are multiplied by first, and the number of the step
  ///   counted from 1.
  func step(_ weights: [Weight], _ gradients: [Tensor], _ scalars: Tensor)
}

/// The numbers that change from step to step, as the kernels read them.
struct StepScalars {
  var rate: Float
  var scale: Float
  var step: Int

  init(_ values: UnsafePointer<Float>) {
    (rate, scale, step) = (values[0], values[1], Int(values[2]))
  }

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

/// The weights in pieces of nearly equal size, for the threads to take.
struct WeightPieces {
  struct Piece {
    var weight: Int
    var start: Int
    var count: Int
    var decays: Bool
  }
  let pieces: [Piece]

  init(_ weights: [Weight], most: Int = 32_768) {
    pieces = weights.enumerated().flatMap { place, weight in
      stride(from: 0, to: weight.tensor.count, by: most).map {
        Piece(weight: place, start: $0, count: min(most, weight.tensor.count - $0), decays: weight.decays)
      }
    }
  }

  /// Runs `body` on every piece. Each value is changed by one thread alone.
  func forEach(_ body: (Piece) -> Void) {
    Workers.run(pieces.count) { range in
      for place in range { body(pieces[place]) }
    }
  }
}
