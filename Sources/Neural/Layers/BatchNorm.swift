internal import Exchange
public import Tensors

/// Batch normalisation over the last axis (Ioffe and Szegedy, 2015): the batch's own statistics while
/// training, running ones afterwards.
public class BatchNorm {
  let momentum: Double
  let epsilon: Double
  private var gamma: Tensor?
  private var beta: Tensor?
  private var mean: Tensor?
  private var variance: Tensor?

  /// - Parameter momentum: the share of a new batch in the running statistics.
  public init(momentum: Double = 0.1, epsilon: Double = 1e-5) {
    self.momentum = momentum
    self.epsilon = epsilon
  }

  public required init(settings: Settings, parts: [any Layer]) throws {
    momentum = try settings.double("momentum")
    epsilon = try settings.double("epsilon")
  }

  public var settings: Settings {
    Settings(
      [("momentum", .double(momentum)), ("epsilon", .double(epsilon))],
      defaults: ["momentum": .double(0.1), "epsilon": .double(1e-5)])
  }

  public var weights: [Weight] {
    guard let gamma, let beta, let mean, let variance else { return [] }
    return [
      Weight(name: "gamma", tensor: gamma), Weight(name: "beta", tensor: beta),
      Weight(name: "mean", tensor: mean), Weight(name: "variance", tensor: variance),
    ]
  }

  /// Makes the weights for that many channels; false when they are there already for another number.
  func prepare(channels: Int) -> Bool {
    if let gamma { return gamma.count == channels }
    gamma = Tensor.ones([channels]).parameter()
    beta = Tensor.zeros([channels]).parameter()
    mean = Tensor.zeros([channels])
    variance = Tensor.ones([channels])
    return true
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try forward(x, pass, Ending()) }

  func takes(_ ending: Ending, _ pass: ForwardPass) -> Bool {
    ending.activation == .none || ending.activation == .relu
  }

  /// Normalises, adds the residual and applies ReLU in one pass. A frozen layer goes on with the statistics that it
  /// has.
  func forward(_ x: Tensor, _ pass: ForwardPass, _ ending: Ending) throws -> Tensor {
    let (residual, relu) = (ending.residual, ending.activation == .relu)
    let (gamma, beta, mean, variance) = (gamma.built, beta.built, mean.built, variance.built)
    guard pass.isTraining, gamma.requiresGradient else {
      return try x.batchNorm(
        gamma, beta, mean: mean, variance: variance, epsilon: Float(epsilon), residual: residual, relu: relu)
    }
    let (result, statistics) = try x.batchNorm(
      gamma, beta, epsilon: Float(epsilon), residual: residual, relu: relu)
    let samples = Double(x.count / max(1, mean.count))
    mean.move(towards: statistics.mean, by: momentum)
    variance.move(towards: statistics.variance, by: momentum, scaledBy: samples / max(1, samples - 1))
    return result
  }

  /// What normalisation with the running statistics comes to: a factor and a summand for each channel.
  func factors() throws -> (scale: Tensor, shift: Tensor) {
    let both = Tensor.normFactors(
      gamma.built, beta.built, mean: mean.built, variance: variance.built, epsilon: Float(epsilon))
    let channels = both.shape[1]
    return (try both.slice(0..<1).reshaped([channels]), try both.slice(1..<2).reshaped([channels]))
  }
}

extension Tensor {
  /// The running mean of what `other`'s values have been: self += share (scale other - self).
  func move(towards other: Tensor, by share: Double, scaledBy scale: Double = 1) {
    let count = count
    Tensor.change("move", [self], reading: [other]) { memory in
      let (aim, values) = (memory.input(0), memory.output())
      for i in 0..<count { values[i] += Float(share * (scale * Double(aim[i]) - Double(values[i]))) }
    }
  }
}

/// Batch normalisation of images, channel by channel: [height, width, channels] keeps its shape.
public final class BatchNorm2d: BatchNorm, EndingLayer {
  public static let kind = "BatchNorm2d"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard input.count == 3 else { throw LayerFault.image(self, input) }
    guard prepare(channels: input[2]) else { throw LayerFault.changed(self, input, weights[0].tensor.shape) }
    return input
  }
}

/// Batch normalisation of process values, column by column: [features] keeps its shape.
public final class BatchNorm1d: BatchNorm, EndingLayer {
  public static let kind = "BatchNorm1d"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    guard let channels = input.last, input.count <= 2 else {
      throw LayerFault.input(self, input, en: "[features]", zh: "[特征]")
    }
    guard prepare(channels: channels) else { throw LayerFault.changed(self, input, weights[0].tensor.shape) }
    return input
  }
}
