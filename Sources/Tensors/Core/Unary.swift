internal import CKernels
internal import Workers

extension Tensor {
  /// An operation that the kernels know, on each value for itself, with its gradient.
  func applying(_ kind: ck_unary_kind, _ parameter: Float = 0) -> Tensor {
    let (name, shape, count) = (kind.name, shape, count)
    let result = Tensor.computed(name, shape, from: self, overwriting: 0) { memory in
      let (x, y) = (memory.input(0), memory.output())
      Workers.run(count, grain: elementGrain) { range in
        ck_unary(kind, x + range.lowerBound, parameter, y + range.lowerBound, range.count)
      }
    }
    let saved = result.detached()
    let source = kind.slopeFollowsFromResult ? saved : self
    return result.recorded(from: self) { gradient in
      [gradient.throughSlope(of: kind, source, saved, parameter)]
    }
  }

  /// This gradient times the slope of an operation that made y from x.
  func throughSlope(of kind: ck_unary_kind, _ x: Tensor, _ y: Tensor, _ parameter: Float = 0) -> Tensor {
    let count = count
    return .computed(
      "\(kind.name) gradient", shape, from: x, y, self, overwriting: 2, accumulating: true
    ) { memory in
      let (x, y, g, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
      Workers.run(count, grain: elementGrain) { range in
        let i = range.lowerBound
        ck_unary_backward(kind, x + i, y + i, g + i, parameter, d + i, memory.flags, range.count)
      }
    }
  }
}

extension ck_unary_kind {
  /// Whether the slope is known from the result alone, so that the input need not be kept.
  fileprivate var slopeFollowsFromResult: Bool {
    switch self {
    case CK_RELU, CK_RELU6, CK_LEAKY_RELU, CK_SIGMOID, CK_TANH, CK_EXP, CK_SQRT, CK_NEGATE, CK_MULTIPLE,
      CK_OFFSET:
      true
    default: false
    }
  }

  fileprivate var name: String {
    switch self {
    case CK_RELU: "relu"
    case CK_RELU6: "relu6"
    case CK_LEAKY_RELU: "leaky_relu"
    case CK_GELU: "gelu"
    case CK_SILU: "silu"
    case CK_SIGMOID: "sigmoid"
    case CK_TANH: "tanh"
    case CK_EXP: "exp"
    case CK_LOG: "log"
    case CK_SQRT: "sqrt"
    case CK_ABS: "abs"
    case CK_SQUARE: "square"
    case CK_NEGATE: "negate"
    case CK_POWER: "power"
    case CK_MULTIPLE: "multiply"
    case CK_OFFSET: "add"
    case CK_SIN: "sin"
    case CK_COS: "cos"
    case CK_ERF: "erf"
    case CK_FLOOR: "floor"
    case CK_CEIL: "ceil"
    case CK_ROUND: "round"
    default: "unary"
    }
  }
}
