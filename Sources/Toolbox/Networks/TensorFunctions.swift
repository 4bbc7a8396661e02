internal import LuaBridge
internal import Report
internal import Tensors

private let aTensor = Text(en: "a tensor", zh: "张量")

/// Functions of each value, of two tensors, and gradients.
var tensorFunctions: [any Item] {
  [
    each("exp", Text(en: "e to the power of every value", zh: "逐元素 e 的幂")) { $0.exp() },
    each("log", Text(en: "natural logarithm of every value", zh: "逐元素自然对数")) { $0.log() },
    each("sqrt", Text(en: "square root of every value", zh: "逐元素平方根")) { $0.squareRoot() },
    each("abs", Text(en: "every value without its sign", zh: "逐元素绝对值")) { $0.absolute() },
    each("log2", Text(en: "logarithm to the base 2", zh: "逐元素以 2 为底的对数")) { $0.log2() },
    each("log10", Text(en: "logarithm to the base 10", zh: "逐元素常用对数")) { $0.log10() },
    each("log1p", Text(en: "log(1 + x), precise near 0", zh: "逐元素 log(1 + x)，在 0 附近保持精度")) { $0.log1p() },
    each("expm1", Text(en: "e^x - 1, precise near 0", zh: "逐元素 e^x - 1，在 0 附近保持精度")) { $0.expm1() },
    each("sin", Text(en: "sine, in radians", zh: "逐元素正弦（弧度）")) { $0.sine() },
    each("cos", Text(en: "cosine, in radians", zh: "逐元素余弦（弧度）")) { $0.cosine() },
    each("tan", Text(en: "tangent, in radians", zh: "逐元素正切（弧度）")) { $0.tangent() },
    each("asin", Text(en: "the angle of a sine, in radians", zh: "逐元素反正弦（弧度）")) { $0.arcsine() },
    each("acos", Text(en: "the angle of a cosine, in radians", zh: "逐元素反余弦（弧度）")) { $0.arccosine() },
    each("atan", Text(en: "the angle of a tangent, in radians", zh: "逐元素反正切（弧度）")) { $0.arctangent() },
    each("sinh", Text(en: "hyperbolic sine", zh: "逐元素双曲正弦")) { $0.hyperbolicSine() },
    each("cosh", Text(en: "hyperbolic cosine", zh: "逐元素双曲余弦")) { $0.hyperbolicCosine() },
    each("erf", Text(en: "the error function", zh: "逐元素误差函数")) { $0.errorFunction() },
    each("floor", Text(en: "the whole number at or below", zh: "逐元素向下取整")) { $0.floor() },
    each("ceil", Text(en: "the whole number at or above", zh: "逐元素向上取整")) { $0.ceiling() },
    each("sign", Text(en: "-1, 0 or 1", zh: "逐元素符号 -1、0 或 1")) { $0.sign() },
    Method(
      of: Tensor.self, "round", Text(en: "the nearest number; of two the even one", zh: "逐元素四舍六入五成双"),
      .positional(
        "decimals", Int.self, Text(en: "kept after the point", zh: "保留的小数位数"), default: 0, in: -30...30),
      returns: aTensor, example: "return t:round(1)"
    ) { tensor, decimals in tensor.rounded(toDecimals: decimals) },
    each("relu", Text(en: "max(0, x) of every value", zh: "逐元素 max(0, x)")) { $0.relu() },
    each("sigmoid", Text(en: "1 / (1 + e^-x) of every value", zh: "逐元素 1 / (1 + e^-x)")) { $0.sigmoid() },
    each("tanh", Text(en: "hyperbolic tangent of every value", zh: "逐元素双曲正切")) { $0.tanh() },
    each("gelu", Text(en: "GELU of every value", zh: "逐元素 GELU")) { $0.gelu() },
    each("silu", Text(en: "x times its sigmoid", zh: "逐元素 x·sigmoid(x)")) { $0.silu() },
    each("softmax", Text(en: "shares of 1 along the last axis", zh: "沿最后一轴归一为概率")) { try $0.softmax() },
    each("log_softmax", Text(en: "logarithm of softmax", zh: "softmax 的对数")) { try $0.logSoftmax() },
    Method(
      of: Tensor.self, "clip", Text(en: "every value, held in a range", zh: "逐元素限幅"),
      .required("low", Double.self, Text(en: "lower end", zh: "下限")),
      .required("high", Double.self, Text(en: "upper end", zh: "上限")), returns: aTensor,
      example: "return t:clip(0, 1)"
    ) { tensor, low, high in
      guard low <= high else {
        throw Fault(
          .range, en: "clip: low is \(low.significant()), above high \(high.significant())",
          zh: "clip：下限 \(low.significant()) 高于上限 \(high.significant())")
      }
      return tensor.clipped(to: Float(low)...Float(high))
    },
    Method(
      of: Tensor.self, "maximum", Text(en: "the greater of two, value by value", zh: "逐元素取较大者"),
      .required("other", Operand<Tensor>.self, Text(en: "tensor or number", zh: "张量或数")), returns: aTensor,
      example: "return t:maximum(2)"
    ) { tensor, other in
      try TensorMemory.check("maximum", combining: tensor, other.tensor)
      return try Tensor.maximum(tensor, other.tensor)
    },
    Method(
      of: Tensor.self, "minimum", Text(en: "the smaller of two, value by value", zh: "逐元素取较小者"),
      .required("other", Operand<Tensor>.self, Text(en: "tensor or number", zh: "张量或数")), returns: aTensor,
      example: "return t:minimum(2)"
    ) { tensor, other in
      try TensorMemory.check("minimum", combining: tensor, other.tensor)
      return try Tensor.minimum(tensor, other.tensor)
    },
    Method(
      of: Tensor.self, "parameter", Text(en: "marks the tensor for a gradient", zh: "标记为需要梯度的参数"),
      returns: Text(en: "the same tensor", zh: "该张量本身"), example: "return t:parameter()"
    ) { (tensor: Tensor) -> Tensor in tensor.parameter() },
    Method(
      of: Tensor.self, "backward",
      Text(en: "gradients of the sum, into every parameter", zh: "反向传播，得到各参数的梯度"),
      returns: Text(""), example: "local y = t:parameter() * 2; y:backward()"
    ) { (tensor: Tensor) throws -> Void in try tensor.backward() },
    Property(
      of: Tensor.self, "gradient", Text(en: "what backward left", zh: "backward 得到的梯度"),
      example: "return t.gradient"
    ) { $0.gradient },
  ]
}

private func each(
  _ name: String, _ summary: Text, _ body: @escaping (Tensor) throws -> Tensor
) -> Method {
  Method(of: Tensor.self, name, summary, returns: aTensor, example: "return t:\(name)()") {
    (tensor: Tensor) throws -> Tensor in try body(tensor)
  }
}
