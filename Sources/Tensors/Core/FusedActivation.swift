internal import CKernels

/// An activation that a convolution or a matrix product applies before its result is written: one pass over memory
/// less.
public enum FusedActivation: String, Sendable, CaseIterable {
  case none, relu, relu6, silu

  var flags: Int32 {
    switch self {
    case .none: 0
    case .relu: Int32(CK_FUSE_RELU)
    case .relu6: Int32(CK_FUSE_RELU6)
    case .silu: Int32(CK_FUSE_SILU)
    }
  }

  /// Whether its slope can be told from its result, so that a gradient needs nothing else.
  var slopeFollowsFromResult: Bool { self != .silu }
}

extension Tensor {
  public func applying(_ activation: FusedActivation) -> Tensor {
    switch activation {
    case .none: self
    case .relu: relu()
    case .relu6: relu6()
    case .silu: silu()
    }
  }

  /// The gradient before an activation from that behind it; `result` is what the activation made.
  func beforeActivation(_ activation: FusedActivation, _ result: Tensor) -> Tensor {
    switch activation {
    case .none: self
    case .relu: throughSlope(of: CK_RELU, result, result)
    case .relu6: throughSlope(of: CK_RELU6, result, result)
    case .silu: preconditionFailure("the slope of silu does not follow from its result")
    }
  }
}
