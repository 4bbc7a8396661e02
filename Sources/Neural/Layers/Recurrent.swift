internal import Exchange
public import Tensors

/// A layer that goes along a series and hands a state from step to step: [length, channels] to the last state,
/// [size], or to the states of all steps, [length, size].
public class Recurrent {
  let size: Int
  let sequence: Bool
  fileprivate var weight: Tensor?
  fileprivate var recurrent: Tensor?
  fileprivate var bias: Tensor?
  fileprivate var innerBias: Tensor?

  /// - Parameter sequence: the states of all steps instead of the last.
  public init(_ size: Int, sequence: Bool = false) throws {
    try LayerFault.check("Recurrent", "size", size, in: 1...16_384)
    self.size = size
    self.sequence = sequence
  }

  public required convenience init(settings: Settings, parts: [any Layer]) throws {
    try self.init(settings.int("size"), sequence: settings.bool("sequence"))
  }

  public var settings: Settings {
    Settings(
      [("size", .int(size)), ("sequence", .bool(sequence))], positional: ["size"],
      defaults: ["sequence": .bool(false)])
  }

  public var weights: [Weight] {
    [("weight", weight), ("recurrent", recurrent), ("bias", bias), ("inner bias", innerBias)].compactMap {
      name, tensor in tensor.map { Weight(name: name, tensor: $0) }
    }
  }

  /// Weights for that many gates of each unit.
  fileprivate func build(_ layer: any Layer, _ input: Shape, _ blueprint: Blueprint, gates: Int) throws
    -> Shape
  {
    guard input.count == 2 else { throw LayerFault.series(layer, input) }
    if let weight {
      guard weight.shape[0] == input[1] else { throw LayerFault.changed(layer, input, weight.shape) }
    } else {
      // Uniform within 1 / √size of 0 has that deviation, which is how these layers usually start.
      let deviation = (1 / Double(3 * size)).squareRoot()
      weight = try blueprint.normal([input[1], gates * size], deviation: deviation)
      recurrent = try blueprint.normal([size, gates * size], deviation: deviation)
    }
    return sequence ? [input[0], size] : [size]
  }

  fileprivate func result(_ states: Tensor) throws -> Tensor {
    guard !sequence else { return states }
    let (n, length) = (states.shape[0], states.shape[1])
    return try states.slice(length - 1..<length, axis: 1).reshaped([n, size])
  }

  fileprivate func adds(_ input: Shape, gates: Int) -> Int { input[0] * gates * size * (input[1] + size) }
}

/// Long short-term memory (Hochreiter and Schmidhuber, 1997). What the inputs say to the gates of all steps is one
/// matrix product. The forget gates start open (Jozefowicz et al., 2015).
public final class LSTM: Recurrent, Layer {
  public static let kind = "LSTM"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    let output = try build(self, input, blueprint, gates: 4)
    if bias == nil {
      bias = Tensor((0..<4 * size).map { size..<2 * size ~= $0 ? 1 : 0 }).parameter()
    }
    return output
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try result(x.linear(weight.built, bias: bias.built).lstm(recurrent.built))
  }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int { adds(input, gates: 4) }
}

/// Gated recurrent units (Cho et al., 2014): a quarter less work than an LSTM. What the inputs say to the gates of
/// all steps is one matrix product.
public final class GRU: Recurrent, Layer {
  public static let kind = "GRU"

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    let output = try build(self, input, blueprint, gates: 3)
    if bias == nil {
      bias = Tensor.zeros([3 * size]).parameter()
      innerBias = Tensor.zeros([size]).parameter()
    }
    return output
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    try result(x.linear(weight.built, bias: bias.built).gru(recurrent.built, bias: innerBias.built))
  }

  public func multiplyAdds(_ input: Shape, _ output: Shape) -> Int { adds(input, gates: 3) }
}
