internal import LuaBridge
internal import Neural
internal import Report
internal import Tensors

/// `nn.Layer { weights = { w = { 3, 8 } }, forward = function(x, w) return x:matmul(w.w) end }`.
var customLayer: Function {
  Function(
    "nn.Layer",
    Text(
      en: "a layer written as a function of tensors; gradients come by themselves", zh: "用张量函数自定义的层，梯度自动求得"),
    .requiredOption(
      "forward", LuaCallback.self,
      Text(
        en: "function(x, w): a batch [n, …] and the weights by name, to [n, …]",
        zh: "function(x, w)：由一批样本 [n, …] 与按名取用的权重得到 [n, …]")),
    .option(
      "weights", Fields<LuaValue>.self,
      Text(
        en: "what is learned: a shape { 3, 8 } each, or a tensor to start from",
        zh: "要学习的权重：各给形状 { 3, 8 }，或给初始张量"),
      default: Fields([])),
    returns: Text(en: "a layer", zh: "层"),
    example: """
      return nn.Layer {
        weights = { w = { 4, 2 }, b = { 2 } },
        forward = function(x, w) return (x:matmul(w.w) + w.b):tanh() end,
      }
      """
  ) { forward, weights in
    let starts = try weights.map { (name: $0.name, start: try CustomLayer.Start($0.name, $0.value)) }
    return Network(
      try CustomLayer(weights: starts, text: CustomLayer.Text(forward), body: CustomLayer.body(forward)))
  }
}

extension CustomLayer.Start {
  fileprivate init(_ name: String, _ value: LuaValue) throws {
    switch value {
    case .object(let held):
      guard let tensor = held.object as? Tensor else { break }
      self = .values(tensor)
      return
    case .table(let table) where table.fields.isEmpty && !table.list.isEmpty:
      let sizes = table.list.compactMap { if case .int(let size) = $0 { size } else { nil } }
      guard sizes.count == table.list.count else { break }
      self = .shape(sizes)
      return
    default: break
    }
    throw Fault(
      .type, en: "nn.Layer: weight '\(name)' is neither a shape nor a tensor",
      zh: "nn.Layer：权重 '\(name)' 既不是形状也不是张量",
      try: "weights = { \(name) = { 3, 8 } }")
  }
}

extension CustomLayer.Text {
  fileprivate init(_ function: LuaCallback) {
    if let name = function.captured.first {
      self = .uses(name)
    } else {
      self = function.source.map { .known($0) } ?? .unknown
    }
  }
}

extension CustomLayer {
  fileprivate static func body(_ function: LuaCallback) -> Body {
    { x, weights in
      let named = Fields(weights.map { (name: $0.name, value: LuaValue.object(LuaObject($0.tensor))) })
      return try function.call(x, LuaTable(fields: named), as: Tensor.self)
    }
  }

  /// Makes the functions of a model file with this interpreter.
  static func compiler(_ lua: Interpreter) -> Compiler {
    Compiler { text in
      guard case .function(let function)? = try lua.run("return " + text, name: "layer").first else {
        throw Fault(.model, en: "the model file's layer holds no function", zh: "模型文件中的层不含函数")
      }
      return body(function)
    }
  }
}
