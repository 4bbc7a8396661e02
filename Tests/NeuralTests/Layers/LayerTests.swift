import Neural
import Report
import Tensors
import Testing

/// A layer on one shape of sample: what it makes of it, and what it does not take.
struct LayerCase: CustomTestStringConvertible, Sendable {
  var name: String
  var input: [Int]
  var output: [Int]
  /// Learned numbers.
  var parameters: Int
  /// A shape that the layer refuses, and the words of the fault and its `try:` line.
  var refused: (shape: [Int], words: String, remedy: String)?
  var make: @Sendable () throws -> any Layer

  init(
    _ name: String, _ input: [Int], _ output: [Int], parameters: Int = 0,
    refuses refused: (shape: [Int], words: String, remedy: String)? = nil,
    _ make: @escaping @Sendable () throws -> any Layer
  ) {
    self.name = name
    self.input = input
    self.output = output
    self.parameters = parameters
    self.refused = refused
    self.make = make
  }

  var testDescription: String { "\(name) \(input)" }

  static let all: [LayerCase] = [
    LayerCase("Identity", [3], [3]) { Identity() },
    LayerCase("Hardswish", [3, 2], [3, 2]) { Hardswish() },
    LayerCase("UnitLength", [4], [4]) { UnitLength() },
    LayerCase(
      "Reshape", [12], [6, 2],
      refuses: ([5], "Reshape({-1, 2}) is given [5], wanted values that fill [-1, 2]", "nn.Reshape { -1, 1 }")
    ) { try Reshape([-1, 2]) },
    LayerCase(
      "Embedding", [3], [3, 4], parameters: 20,
      refuses: (
        [2, 2, 2, 2], "Embedding(5, width = 4) is given [2, 2, 2, 2], wanted at most 3 axes of whole numbers",
        "nn.Flatten()"
      )
    ) { try Embedding(5, width: 4) },
    LayerCase(
      "GroupNorm", [4, 4, 6], [4, 4, 6], parameters: 12,
      refuses: (
        [4, 4, 5], "GroupNorm(3) is given [4, 4, 5], wanted channels in 3 equal groups", "nn.GroupNorm(1)"
      )
    ) { try GroupNorm(3) },
    LayerCase(
      "Conv1d", [10, 3], [5, 4], parameters: 64,
      refuses: ([10], "is given [10], wanted [length, channels]", "nn.Reshape { 10, 1 }")
    ) { try Conv1d(4, kernel: 5, stride: 2, padding: 2) },
    LayerCase("Conv1d same", [7, 2], [4, 4], parameters: 12) {
      try Conv1d(4, kernel: 3, stride: 2, padding: nil, groups: 2, bias: false)
    },
    LayerCase(
      "MaxPool1d", [9, 2], [4, 2],
      refuses: (
        [1, 2], "MaxPool1d(2) is given [1, 2], wanted at least the window's length", "nn.MaxPool1d(1)"
      )
    ) { try MaxPool1d(2) },
    LayerCase("AvgPool1d of the whole series", [9, 2], [1, 2]) { try AvgPool1d() },
    LayerCase(
      "Upsample", [3, 4, 2], [6, 8, 2],
      refuses: (
        [3], "Upsample(2, mode = \"bilinear\") is given [3], wanted [height, width, channels]",
        "net:summary { 64, 64, 1 }"
      )
    ) { try Upsample(mode: .bilinear) },
    LayerCase(
      "ConvTranspose2d", [3, 4, 2], [4, 6, 4], parameters: 76,
      refuses: (
        [1, 1, 2],
        "wanted an image that becomes 1 to 65536 pixels high and wide (now 0 x 0)",
        "nn.ConvTranspose2d { 4, kernel = 2, stride = 2 }"
      )
    ) {
      try ConvTranspose2d(
        4, kernel: (3, 3), stride: (2, 2), padding: .exact(2, 2), outputPadding: (1, 1), dilation: (1, 1))
    },
    LayerCase("SeparableConv2d", [8, 8, 3], [4, 4, 5], parameters: 47) {
      try SeparableConv2d(5, stride: (2, 2))
    },
    LayerCase("InvertedResidual that keeps the shape", [6, 6, 4], [6, 6, 4], parameters: 512) {
      try InvertedResidual(4)
    },
    LayerCase("InvertedResidual that halves", [7, 7, 4], [4, 4, 6], parameters: 196) {
      try InvertedResidual(6, stride: 2, expansion: 2, activation: .silu)
    },
    LayerCase("PositionalEncoding", [5, 6], [5, 6]) { PositionalEncoding() },
    LayerCase(
      "MultiHeadAttention", [5, 6], [5, 6], parameters: 168,
      refuses: (
        [5, 4], "MultiHeadAttention(3, causal = true) is given [5, 4], wanted a width in 3 equal heads",
        "nn.MultiHeadAttention(2)"
      )
    ) { try MultiHeadAttention(3, causal: true) },
    LayerCase(
      "GRU", [6, 3], [4], parameters: 100,
      refuses: ([6], "GRU(4) is given [6], wanted [length, channels]", "nn.Reshape { 6, 1 }")
    ) { try GRU(4) },
    LayerCase("LSTM over the sequence", [6, 3], [6, 4], parameters: 128) { try LSTM(4, sequence: true) },
  ]
}

@Suite struct LayerTests {
  @Test(arguments: LayerCase.all) func theShapeIsThatOfTheOutput(_ test: LayerCase) throws {
    let network = Network(try test.make())
    #expect(try network.build(test.input) == test.output)
    #expect(network.parameterCount == test.parameters)
    let y = try network.applied(to: Tensor.ones([3] + test.input))
    #expect(y.shape == [3] + test.output)
    #expect(y.isFinite)
  }

  @Test(arguments: LayerCase.all) func everyWeightLearns(_ test: LayerCase) throws {
    let network = Network(try test.make())
    try network.build(test.input)
    let x = Tensor.full([2] + test.input, 1)
    let pass = ForwardPass(isTraining: true)
    let y = try network.forward(x, pass)
    guard test.parameters > 0 else { return }
    try (y * y).backward()
    for weight in network.root.allWeights where weight.isLearned {
      #expect(weight.tensor.gradient?.shape == weight.tensor.shape, "\(weight.name)")
    }
  }

  @Test(arguments: LayerCase.all.filter { $0.refused != nil })
  func aShapeThatDoesNotFitIsNamed(_ test: LayerCase) throws {
    let refused = try #require(test.refused)
    #expect {
      try Network(test.make()).build(refused.shape)
    } throws: { error in
      guard let fault = error as? Fault else { return false }
      return fault.what.en.hasSuffix(refused.words) && (fault.remedy ?? "") == refused.remedy
    }
  }

  @Test func settingsOutOfRangeAreNamed() {
    func words(_ make: () throws -> any Layer) -> String {
      do {
        _ = try make()
        return "no fault"
      } catch {
        return (error as? Fault)?.what.en ?? "\(error)"
      }
    }
    #expect(words { try GRU(0) } == "Recurrent: size is 0, wanted 1 .. 16384")
    #expect(
      words { try ConvTranspose2d(4, outputPadding: (2, 2)) }
        == "ConvTranspose2d: output_padding is 2, wanted 0 .. 1")
    #expect(words { try Conv1d(4, groups: 3) } == "Conv1d: groups is 3, wanted a divisor of 4 filters")
    #expect(
      words { try Reshape([-1, -1]) }
        == "Reshape: shape is [-1, -1], wanted 1 to 4 sizes, one of which may be -1")
  }

  @Test func aNumberThatNamesNoRowIsNamed() throws {
    let network = Network(try Embedding(3, width: 2))
    try network.build([2])
    #expect {
      try withoutGradient { try network.forward(Tensor([1, 2], [1, 4]), ForwardPass(isTraining: false)) }
    } throws: { error in
      (error as? Fault)?.what.en == "embedding: value 2 is 4, wanted a whole number in 1 .. 3"
    }
  }

  @Test func causalAttentionDoesNotLookAhead() throws {
    let network = Network(try MultiHeadAttention(2, causal: true))
    try network.build([4, 6])
    let first = Tensor.arange24()
    let changed = try Tensor([1, 4, 6], first.list.enumerated().map { $0.offset < 18 ? $0.element : 5 })
    let (a, b) = (try network.applied(to: first), try network.applied(to: changed))
    #expect(a.list.prefix(18) == b.list.prefix(18))
    #expect(a.list.suffix(6) != b.list.suffix(6))
  }

  @Test func theSinesOfAPlaceAreThoseOfThePaper() throws {
    let network = Network(PositionalEncoding())
    let table = try network.applied(to: Tensor.zeros([1, 3, 4])).list
    #expect(table.prefix(4) == [0, 1, 0, 1])
    #expect(
      zip(table[4..<8], [0.8414710, 0.5403023, 0.0099998, 0.9999500]).allSatisfy { abs($0 - $1) < 1e-6 })
  }
}

extension Tensor {
  /// 24 different numbers, [1, 4, 6].
  fileprivate static func arange24() -> Tensor {
    .filled([1, 4, 6]) { values in for i in values.indices { values[i] = Float(i % 7) - Float(i) / 9 } }
  }
}
