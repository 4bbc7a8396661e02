import Neural
import Report
import Tensors
import Testing

@Suite struct LossTests {
  private func options(_ loss: Loss) -> TrainingOptions {
    var options = TrainingOptions()
    options.epochs = 8
    options.rate = 0.02
    options.loss = loss
    return options
  }

  @Test func focalLossTeachesClasses() throws {
    let network = try Samples.stripeLearner()
    try network.fit(Samples.stripes(128), options(.focal))
    #expect(try network.accuracy(on: Samples.stripes(64, seed: 9)) > 0.9)
  }

  @Test func tripletLossBringsClassesApart() throws {
    let network = Network(
      Sequential([
        try Conv2d(8, kernel: (3, 3), padding: .same, bias: false), BatchNorm2d(), ReLU(),
        try MaxPool2d((2, 2)), try Conv2d(8, padding: .same), ReLU(), try AdaptiveAvgPool2d(), Flatten(),
        try Linear(4), UnitLength(),
      ]))
    // The hardest triplets of a batch need small steps, or all embeddings fall together (Hermans et al., 2017).
    var options = options(.triplet)
    (options.epochs, options.rate) = (24, 0.005)
    try network.fit(Samples.stripes(128), options)
    #expect(network.givesEmbeddings && network.classes.isEmpty)
    let source = try Samples.stripes(40, seed: 9)
    guard case .classes(let labels) = try source.batch(Array(0..<40), augment: nil).target else { return }
    let embeddings = try network.predict(source)
    func distance(_ a: Int, _ b: Int) -> Float {
      (0..<4).reduce(0) {
        let step = embeddings.list[4 * a + $1] - embeddings.list[4 * b + $1]
        return $0 + step * step
      }
    }
    let right = (0..<40).count { a in
      let near = (0..<40).filter { $0 != a }.min { distance(a, $0) < distance(a, $1) } ?? a
      return labels[near] == labels[a]
    }
    #expect(right >= 36, "\(right) of 40 have a neighbour of their own class")
  }

  @Test func anEmbeddingMustBeAVector() throws {
    #expect {
      try Network(try Conv2d(2)).fit(Samples.stripes(8), options(.triplet))
    } throws: { error in
      (error as? Fault)?.what.en == "the network's output is [6, 6, 2], wanted an embedding, [width]"
    }
  }

  @Test func aMaskOfAnotherShapeIsNamed() throws {
    let images = Tensor.zeros([4, 8, 8, 1])
    let source = try MemorySource(images: images, target: .values(images))
    #expect {
      try Network(try Conv2d(2, padding: .same)).fit(source, options(.dice))
    } throws: { error in
      (error as? Fault)?.what.en
        == "the network's output is [8, 8, 2], and the samples' values are [8, 8, 1]"
    }
  }

  @Test(arguments: [Loss.dice, .huber, .meanSquaredError, .binaryCrossEntropy])
  func aLossForValuesRefusesClasses(_ loss: Loss) throws {
    #expect {
      try Samples.stripeLearner().fit(Samples.stripes(8), options(loss))
    } throws: { error in
      (error as? Fault)?.what.en == "loss '\(loss.rawValue)' is for values, and the samples have classes"
    }
  }

  @Test(arguments: [Loss.crossEntropy, .focal])
  func aLossForClassesRefusesValues(_ loss: Loss) throws {
    #expect {
      try Network(Linear(1)).fit(Samples.plane(8), options(loss))
    } throws: { error in
      (error as? Fault)?.what.en == "loss '\(loss.rawValue)' is for classes, and the samples have values"
    }
  }
}
