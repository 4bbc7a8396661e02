internal import Exchange
internal import Neural
internal import Tensors

/// How fast a network trains: samples a second, from a source in memory, as `net:fit` reports them.
final class TrainingRow: SharedRow {
  let heading: Heading
  private let subject: Subject
  private let precision: Precision
  private lazy var samples = Samples(subject.batch * subject.batches, for: subject)

  init(
    _ subject: Subject, _ words: String, _ precision: Precision = .float32, must: Double, hope: Double
  ) {
    self.subject = subject
    self.precision = precision
    heading = Heading(
      row: "\(subject.name) \(words)", unit: "samples/s", lowerIsBetter: false, must: .ratio(must),
      hope: .ratio(hope), againstBest: true)
  }

  /// Two passes over the samples from the same weights each time; the second counts, when everything that is
  /// made once has been made.
  func measure(_ peer: String?) throws -> Double {
    let history = try subject.built().fit(try samples.source(samples.labels.count), options)
    return history.epochs.last?.samplesPerSecond ?? 0
  }

  private var options: TrainingOptions {
    var options = TrainingOptions()
    options.epochs = 2
    options.batchSize = subject.batch
    options.optimizer = .adam
    options.rate = TrainingRow.rate
    options.schedule = .constant
    options.weightDecay = 0
    options.precision = precision
    return options
  }

  private static let rate = 1e-3

  func handOver(to folder: String) throws {
    let handover = Handover(folder)
    let network = try subject.built()
    try handover.write("weights", network.root.allWeights.map(\.tensor))
    try handover.write("inputs", [samples.inputs])
    let step = try FirstStep(network, try samples.source(subject.batch), subject.batch)
    try handover.write("gradients", step.gradients)
    try handover.describe([
      "weights": .shapes(network.root.allWeights.map(\.tensor)), "inputs": .shapes([samples.inputs]),
      "gradients": .shapes(step.gradients), "labels": .array(samples.labels.map { .int($0) }),
      "batch": .int(subject.batch), "rate": .double(TrainingRow.rate), "loss": .double(step.loss),
      "model": .string(subject.name), "classes": .int(subject.classes),
    ])
  }
}
