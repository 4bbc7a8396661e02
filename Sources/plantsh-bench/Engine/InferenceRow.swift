internal import Exchange
internal import Neural
internal import Tensors

/// How long a network takes for one image.
final class InferenceRow: SharedRow {
  let heading: Heading
  private let subject: Subject
  private lazy var image = Samples(1, for: subject).inputs
  private lazy var network = Result { try subject.built() }

  init(_ subject: Subject, must: Double, hope: Double) {
    self.subject = subject
    heading = Heading(
      row: "\(subject.name) inference, batch 1", unit: "ms", must: .ratio(must), hope: .ratio(hope),
      againstBest: true)
  }

  func measure(_ peer: String?) throws -> Double {
    let network = try network.get()
    return try medianSeconds { _ = try network.applied(to: image) } * 1e3
  }

  func handOver(to folder: String) throws {
    let handover = Handover(folder)
    let network = try network.get()
    let output = try network.applied(to: image)
    try handover.write("weights", network.root.allWeights.map(\.tensor))
    try handover.write("inputs", [image])
    try handover.write("outputs", [output])
    try handover.describe([
      "weights": .shapes(network.root.allWeights.map(\.tensor)), "inputs": .shapes([image]),
      "outputs": .shapes([output]), "model": .string(subject.name), "classes": .int(subject.classes),
    ])
  }
}
