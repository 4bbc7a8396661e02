internal import Exchange
internal import Report
public import Tensors

/// A layer that a user wrote as a function of tensors: gradients come from the operations it is made of. The shape
/// of its output is found by running it on zeros.
///
/// It runs on the thread of whoever runs the network, for every batch anew: such a network is no program.
public final class CustomLayer: Layer {
  public static let kind = "Layer"

  /// The function: a batch and the weights by name to the output for the batch.
  public typealias Body = (_ x: Tensor, _ weights: [(name: String, tensor: Tensor)]) throws -> Tensor

  /// What a weight starts as.
  public enum Start {
    /// Normal numbers that suit the shape; zeros where there is one axis only.
    case shape(Shape)
    case values(Tensor)

    var shape: Shape {
      switch self {
      case .shape(let shape): shape
      case .values(let tensor): tensor.shape
      }
    }
  }

  /// Whether the function can be written into a model file.
  public enum Text {
    case known(String)
    /// It uses this variable from outside.
    case uses(String)
    case unknown
  }

  /// Makes functions from their text while a model file is read.
  public struct Compiler: @unchecked Sendable {
    let compile: (String) throws -> Body
    public init(_ compile: @escaping (String) throws -> Body) { self.compile = compile }
  }

  @TaskLocal public static var compiler: Compiler?

  private let starts: [(name: String, start: Start)]
  private let body: Body
  let text: Text
  private var tensors: [Tensor] = []

  /// - Parameters:
  ///   - weights: what the function learns, by name.
  ///   - text: the function as it was typed.
  public init(weights: [(name: String, start: Start)], text: Text, body: @escaping Body) throws {
    for weight in weights {
      let shape = weight.start.shape
      guard shape.count <= 4, shape.allSatisfy({ 1...65_536 ~= $0 }) else {
        throw LayerFault.setting(
          Self.kind, weight.name, shape.text, en: "at most 4 sizes of 1 .. 65536", zh: "至多 4 个 1 .. 65536 的尺寸"
        )
      }
    }
    starts = weights
    self.text = text
    self.body = body
  }

  public convenience init(settings: Settings, parts: [any Layer]) throws {
    let source = try settings.string("source")
    guard let compiler = CustomLayer.compiler else {
      throw Fault(
        .model, en: "the model has a layer written in Lua, which only nn.load can read",
        zh: "模型含有用 Lua 编写的层，只能用 nn.load 读取", try: "nn.load \"line3.plantsh\"")
    }
    guard case .object(let shapes)? = settings["weights"] else {
      throw Fault(.model, en: "the model file's layer has no weights", zh: "模型文件中的层缺少权重")
    }
    let starts = shapes.sorted { $0.key < $1.key }.map { name, shape in
      (name: name, start: Start.shape(shape.ints ?? []))
    }
    try self.init(weights: starts, text: .known(source), body: compiler.compile(source))
  }

  public var settings: Settings {
    let source: JSON = if case .known(let text) = text { .string(text) } else { .null }
    let shapes = starts.map { ($0.name, JSON.array($0.start.shape.map(JSON.int))) }
    return Settings(
      [("source", source), ("weights", .object(Dictionary(shapes) { $1 }))], defaults: ["source": source])
  }

  public var weights: [Weight] { zip(starts, tensors).map { Weight(name: $0.name, tensor: $1) } }

  public var isTraceable: Bool { false }

  public func remade() throws -> any Layer { try CustomLayer(weights: starts, text: text, body: body) }

  public func build(_ input: Shape, _ blueprint: Blueprint) throws -> Shape {
    if tensors.isEmpty { tensors = try starts.map { try first($0.start, blueprint) } }
    let sample = try withoutGradient { try result(Tensor.zeros([1] + input)) }
    guard sample.shape.first == 1, sample.rank <= 4 else {
      throw Fault(
        .shape,
        en: "the layer's function makes \(sample.shape.text) of [1, \(input.text.dropFirst()), wanted [1, …]",
        zh: "该层的函数由 [1, \(input.text.dropFirst()) 得到 \(sample.shape.text)，应为 [1, …]",
        try: "forward = function(x, w) return x:relu() end")
    }
    return Shape(sample.shape.dropFirst())
  }

  private func first(_ start: Start, _ blueprint: Blueprint) throws -> Tensor {
    switch start {
    case .values(let tensor):
      return Tensor.filled(tensor.shape) { target in
        tensor.withUnsafeValues { _ = target.update(from: $0) }
      }.parameter()
    case .shape(let shape):
      guard shape.count > 1 else { return Tensor.zeros(shape).parameter() }
      return try blueprint.kaiming(shape, fanIn: Shape(shape.dropLast()).elementCount)
    }
  }

  private func result(_ x: Tensor) throws -> Tensor {
    try body(x, zip(starts, tensors).map { ($0.name, $1) })
  }

  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    let y = try result(x)
    guard y.rank > 0, y.shape[0] == x.shape[0] else {
      throw Fault(
        .shape,
        en: "the layer's function makes \(y.shape.text) of \(x.shape.text): the first axis is the samples'",
        zh: "该层的函数由 \(x.shape.text) 得到 \(y.shape.text)：第一轴应为样本数",
        try: "forward = function(x, w) return x:relu() end")
    }
    return y
  }
}

extension CustomLayer {
  /// - Throws: a fault when a layer below `layer` has a function whose text cannot be written.
  static func checkTexts(below layer: any Layer) throws {
    for part in layer.parts { try checkTexts(below: part) }
    guard let layer = layer as? CustomLayer else { return }
    switch layer.text {
    case .known: return
    case .uses(let name):
      throw Fault(
        .model, en: "a layer's function uses '\(name)' from outside, which a model file cannot hold",
        zh: "层的函数用到了外部变量 '\(name)'，模型文件无法保存",
        try:
          "nn.Layer { weights = { \(name) = tensor.new { 1 } }, forward = function(x, w) return x * w.\(name) end }"
      )
    case .unknown:
      throw Fault(
        .model, en: "the text of a layer's function is not known, so that a model file cannot hold it",
        zh: "无法得到层的函数的源文本，模型文件无法保存",
        try: "forward = function(x, w) return x:relu() end")
    }
  }
}
