import Neural
import Report
import Synchronization
import Tensors
import Testing

/// Batches in pieces of one sample; asking for `bad` is a fault.
private final class PieceSource: BatchSource {
  let samples: MemorySource
  let bad: Set<Int>
  init(_ samples: MemorySource, bad: Set<Int> = []) {
    self.samples = samples
    self.bad = bad
  }

  var count: Int { samples.count }
  var imageShape: [Int]? { samples.imageShape }
  var featureNames: [String] { samples.featureNames }
  var classes: [String] { samples.classes }

  func batch(_ indices: [Int], augment: UInt64?) throws -> Batch { try work(indices, augment: augment).run() }

  func work(_ indices: [Int], augment: UInt64?) throws -> BatchWork {
    BatchWork(
      pieces: indices.count, byteCount: indices.count * 256,
      piece: { [bad] piece in
        if bad.contains(indices[piece]) {
          throw Fault(.file, en: "damaged", zh: "已损坏", at: Place(file: "\(indices[piece]).png"))
        }
      }, whole: { [samples] in try samples.batch(indices, augment: augment) })
  }
}

@Suite struct BatchLoaderTests {
  static func weights(after source: any BatchSource) throws -> [[Float]] {
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    (options.epochs, options.batchSize) = (3, 8)
    try network.fit(source, options)
    return network.root.allWeights.map(\.tensor.list)
  }

  @Test func piecesGiveTheSameTrainingAsWholeBatches() throws {
    let samples = try Samples.stripes(40)
    #expect(try Self.weights(after: PieceSource(samples)) == Self.weights(after: samples))
  }

  @Test func aFaultInASampleArrivesWithItsFile() throws {
    let source = PieceSource(try Samples.stripes(40), bad: [13])
    let fault = #expect(throws: Fault.self) { try Self.weights(after: source) }
    #expect(fault?.place?.file == "13.png")
  }

  @Test func sharesOfClassesAreLearnt() throws {
    let samples = try Samples.stripes(64)
    let all = try samples.batch(Array(0..<64), augment: nil)
    let labels = try #require(all.target.labels)
    let shares = try Tensor(labels.map { $0 == 0 ? [0.9, 0.1] : [0.2, 0.8] as [Float] })
    let soft = try MemorySource(images: all.images, target: .shares(shares), classes: samples.classes)
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    (options.epochs, options.batchSize) = (12, 16)
    let history = try network.fit(soft, options)
    #expect(try #require(history.epochs.last).loss < #require(history.epochs.first).loss)
    #expect(try network.accuracy(on: samples) > 0.9)
  }
}
