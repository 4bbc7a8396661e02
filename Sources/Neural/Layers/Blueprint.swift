internal import Randomness
internal import Report
internal import Tensors

/// What a network's layers are told when they first see a shape, and what they tell in return.
public final class Blueprint {
  /// Process values that come with each sample.
  public let featureCount: Int
  /// What the network must say: classes, or values. nil while it is not known.
  public let outputCount: Int?
  private let seed: UInt64
  private var made = 0
  private var depth = 0
  /// One line for each layer built, for the summary.
  private(set) var lines: [Line] = []

  /// A layer as the summary shows it.
  struct Line {
    var depth: Int
    var layer: any Layer
    var input: Shape
    var output: Shape
  }

  init(seed: UInt64, featureCount: Int = 0, outputCount: Int? = nil) {
    self.seed = seed
    self.featureCount = featureCount
    self.outputCount = outputCount
  }

  /// Kaiming initialisation for layers followed by ReLU (He et al., 2015): normal, variance 2 / fan-in. Each
  /// weight has a stream of its own, so that a change in one layer leaves the others as they were.
  func kaiming(_ shape: Shape, fanIn: Int) throws -> Tensor {
    try normal(shape, deviation: (2 / Double(max(fanIn, 1))).squareRoot())
  }

  /// Normal numbers around 0, as a weight.
  func normal(_ shape: Shape, deviation: Double) throws -> Tensor {
    guard shape.elementCount <= 1 << 28 else {
      throw Fault(
        .memory, en: "weights \(shape.text) would take \((shape.elementCount >> 18).grouped) MB",
        zh: "权重 \(shape.text) 需要 \((shape.elementCount >> 18).grouped) MB 内存")
    }
    made += 1
    var generator = SeededGenerator(seed: seed, for: "weights", made)
    return Tensor.normal(shape, deviation: deviation, using: &generator).parameter()
  }

  /// Builds a layer and notes its line; the layers inside it stand indented below it.
  func build(_ layer: any Layer, _ input: Shape) throws -> Shape {
    let place = lines.count
    lines.append(Line(depth: depth, layer: layer, input: input, output: input))
    depth += 1
    defer { depth -= 1 }
    let output = try layer.build(input, self)
    lines[place].output = output
    return output
  }
}
