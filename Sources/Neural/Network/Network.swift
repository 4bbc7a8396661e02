public import Exchange
internal import Report
public import Tensors

/// A network: its layers, what it was built for, and what it has learned.
public final class Network {
  public let root: any Layer
  /// What the weights were drawn from.
  public internal(set) var seed: UInt64 = 0
  /// The shape of one sample, [height, width, channels] or [features]; nil until the network is built.
  public internal(set) var inputShape: Shape?
  /// The shape of what the network says about one sample.
  public internal(set) var outputShape: Shape?
  /// Whether the output says where a sample lies rather than which class it is of: trained with the triplet loss.
  public internal(set) var givesEmbeddings = false
  /// Names of the classes; empty for regression and embeddings.
  public internal(set) var classes: [String] = []
  /// Names of the process values, in the order of the columns of [n, f].
  public internal(set) var featureNames: [String] = []
  /// How samples are to be prepared, as JSON text that belongs to the caller; saved with the weights.
  public var preprocessing: String?
  /// What training was and reached; saved with the weights.
  public internal(set) var record: JSON = .null
  /// Weights that would learn if they were not frozen.
  var frozen: [Tensor] = []
  private var blueprint: Blueprint?
  private var inference: InferencePrograms?

  public init(_ root: any Layer) { self.root = root }

  /// The layers as the summary lists them; empty until the network is built.
  var lines: [Blueprint.Line] { blueprint?.lines ?? [] }

  /// Process values beside images.
  var featureCount: Int { blueprint?.featureCount ?? 0 }

  /// Learned numbers in all.
  public var parameterCount: Int { root.allWeights.filter(\.isLearned).reduce(0) { $0 + $1.tensor.count } }

  /// Makes the weights for samples of this shape, or checks that those that are there fit.
  ///
  /// - Parameters:
  ///   - input: [height, width, channels] or [features], without the batch
  ///   - outputs: what the network must say: classes, or values
  @discardableResult
  public func build(_ input: Shape, featureCount: Int = 0, outputs: Int? = nil) throws -> Shape {
    let blueprint = Blueprint(seed: seed, featureCount: featureCount, outputCount: outputs)
    let output = try blueprint.build(root, input)
    self.blueprint = blueprint
    inputShape = input
    outputShape = output
    return output
  }

  /// The raw output for a batch of the built shape, [n, …].
  public func forward(_ x: Tensor, _ pass: ForwardPass) throws -> Tensor {
    guard let inputShape else {
      throw Fault(
        .model, en: "the network has not seen a shape yet", zh: "网络尚未确定输入形状",
        try: "net:summary { 64, 64, 1 }")
    }
    guard Shape(x.shape.dropFirst()) == inputShape else {
      let wanted = "[" + (["n"] + inputShape.map(String.init)).joined(separator: ", ") + "]"
      throw Fault(
        .shape, en: "the network was built for \(wanted), and is given \(x.shape.text)",
        zh: "网络按 \(wanted) 建立，输入却为 \(x.shape.text)")
    }
    let y = try root.forward(x, pass)
    pass.inspect(y, of: root.name)
    return y
  }

  /// Whether every batch asks for the same computations, so that they can be kept as a program.
  public var isTraceable: Bool { root.isTraceable }

  /// What the network says about a batch, without a record for gradients. The result is overwritten by the next call.
  func infer(_ x: Tensor, features: Tensor?) throws -> Tensor {
    let programs = inference ?? InferencePrograms()
    inference = programs
    return try programs.output(of: self, x, features: features)
  }

  /// Forgets what was computed from the weights in advance.
  func weightsChanged() { inference = nil }

  /// Whether process values go in beside the images.
  var takesFeatures: Bool { Network.contains(ConcatFeatures.self, in: root) }

  private static func contains(_ kind: any Layer.Type, in layer: any Layer) -> Bool {
    type(of: layer) == kind || layer.parts.contains { contains(kind, in: $0) }
  }
}

extension Network {
  /// A network of the same layers with weights of its own, built for a shape: to look at.
  public func copiedLayers(for input: Shape, featureCount: Int, outputs: Int) throws -> Network {
    let copy = Network(try root.remade())
    try copy.build(input, featureCount: featureCount, outputs: outputs)
    return copy
  }

  /// What the network says about a batch, without training; builds the network for its shape when it has not
  /// been built yet.
  public func applied(to x: Tensor) throws -> Tensor {
    if inputShape == nil { try build(Shape(x.shape.dropFirst())) }
    return try withoutGradient { try infer(x, features: nil).copied() }
  }
}
