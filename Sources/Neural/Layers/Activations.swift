public import Tensors

/// A function of each value for itself; keeps the shape.
public protocol Activation: Layer {
  init()
  func apply(_ x: Tensor) throws -> Tensor
}

extension Activation {
  public var settings: Settings { Settings() }
  public init(settings: Settings, parts: [any Layer]) throws { self.init() }
  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape { input }
  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor { try apply(x) }
}

/// max(0, x) (Nair and Hinton, 2010).
public final class ReLU: Activation {
  public static let kind = "ReLU"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.relu() }
}

/// x held between 0 and 6 (Krizhevsky, 2010).
public final class ReLU6: Activation {
  public static let kind = "ReLU6"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.relu6() }
}

/// x Φ(x) (Hendrycks and Gimpel, 2016).
public final class GELU: Activation {
  public static let kind = "GELU"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.gelu() }
}

/// x σ(x) (Elfwing et al., 2018).
public final class SiLU: Activation {
  public static let kind = "SiLU"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.silu() }
}

/// 1 / (1 + e^-x).
public final class Sigmoid: Activation {
  public static let kind = "Sigmoid"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.sigmoid() }
}

/// The hyperbolic tangent.
public final class Tanh: Activation {
  public static let kind = "Tanh"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.tanh() }
}

/// x relu6(x + 3) / 6 (Howard et al., 2019).
public final class Hardswish: Activation {
  public static let kind = "Hardswish"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x.hardswish() }
}

/// x as it is: a branch that hands its input on.
public final class Identity: Activation {
  public static let kind = "Identity"
  public init() {}
  public func apply(_ x: Tensor) -> Tensor { x }
}

/// Shares of 1 along the last axis. Not before a cross-entropy loss, which has its own.
public final class Softmax: Activation {
  public static let kind = "Softmax"
  public init() {}
  public func apply(_ x: Tensor) throws -> Tensor { try x.softmax() }
}
