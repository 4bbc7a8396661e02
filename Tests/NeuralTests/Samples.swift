import Neural
import Randomness
import Tensors

/// Small data sets that networks can learn.
enum Samples {
  /// 8x8 images: class "wide" has a bright row, class "tall" a bright column, under noise.
  static func stripes(_ count: Int, seed: UInt64 = 1) throws -> MemorySource {
    var generator = SeededGenerator(seed: seed, for: "stripes")
    let labels = (0..<count).map { _ in generator.below(2) }
    var pixels = [Float](repeating: 0, count: count * 64)
    for (n, label) in labels.enumerated() {
      let place = generator.below(8)
      for i in 0..<64 {
        let isBright = label == 0 ? i / 8 == place : i % 8 == place
        pixels[n * 64 + i] = Float(generator.normal(mean: isBright ? 1 : 0, deviation: 0.3))
      }
    }
    return try MemorySource(
      images: Tensor([count, 8, 8, 1], pixels), target: .classes(labels), classes: ["wide", "tall"])
  }

  /// y = 2 a - b + 0.5 under a little noise.
  static func plane(_ count: Int) throws -> MemorySource {
    var generator = SeededGenerator(seed: 2, for: "plane")
    let x = Tensor.normal([count, 2], using: &generator)
    let y = (0..<count).map { i in
      2 * x.list[2 * i] - x.list[2 * i + 1] + 0.5 + Float(generator.normal(deviation: 0.01))
    }
    return try MemorySource(
      features: x, target: .values(Tensor([count, 1], y)), featureNames: ["a", "b"])
  }

  /// A small network for the stripes.
  static func stripeLearner() throws -> Network {
    Network(
      Sequential([
        try Conv2d(8, kernel: (3, 3), padding: .same, bias: false), BatchNorm2d(), ReLU(),
        try MaxPool2d((2, 2)), Residual([try Conv2d(8, padding: .same), BatchNorm2d()]),
        try AdaptiveAvgPool2d(), Flatten(), try Dropout(0.1), try Linear(nil),
      ]))
  }
}
