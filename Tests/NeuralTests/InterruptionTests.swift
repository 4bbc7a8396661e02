import Neural
import Report
import Synchronization
import Tensors
import Testing

/// Samples during whose preparation the user presses Ctrl-C.
private final class InterruptedSource: BatchSource {
  let samples: MemorySource
  let batches: Int
  private let asked = Atomic<Int>(0)

  /// - Parameter batches: how many are prepared before.
  init(_ samples: MemorySource, after batches: Int) {
    self.samples = samples
    self.batches = batches
  }

  var count: Int { samples.count }
  var imageShape: [Int]? { samples.imageShape }
  var featureNames: [String] { samples.featureNames }
  var classes: [String] { samples.classes }

  func batch(_ indices: [Int], augment: UInt64?) throws -> Batch {
    guard asked.add(1, ordering: .relaxed).newValue <= batches else { throw Fault.interrupted }
    return try samples.batch(indices, augment: augment)
  }
}

@Suite struct InterruptionTests {
  @Test func anInterruptedTrainingKeepsWhatItHas() throws {
    let network = try Samples.stripeLearner()
    var options = TrainingOptions()
    options.batchSize = 8
    let history = try network.fit(InterruptedSource(Samples.stripes(32), after: 6), options)
    #expect(history.end == .interrupted)
    #expect(history.epochs.count == 1)
    #expect(network.root.allWeights.allSatisfy { $0.tensor.isFinite })
  }

  @Test func anInterruptionBeforeTheFirstStepIsAFault() throws {
    let network = try Samples.stripeLearner()
    #expect(throws: Fault.interrupted) {
      try network.fit(InterruptedSource(Samples.stripes(32), after: 0))
    }
  }
}
