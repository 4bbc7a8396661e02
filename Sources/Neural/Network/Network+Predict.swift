internal import Report
public import Tensors

extension Network {
  /// What the network says about every sample, in order: shares of 1 for each class, [n, classes], or values,
  /// [n, k].
  ///
  /// - Throws: `Fault.interrupted` once the user has asked to stop.
  public func predict(_ source: any BatchSource, batchSize: Int = 64) throws -> Tensor {
    var scores: [Tensor] = []
    try forEachOutput(source, batchSize: batchSize) { output, _ in
      scores.append(classes.isEmpty ? output.copied() : try output.softmax())
    }
    return try .concatenated(scores)
  }

  /// The share of samples whose greatest score is that of their class.
  public func accuracy(on source: any BatchSource, batchSize: Int = 64) throws -> Double {
    var right = 0
    try forEachOutput(source, batchSize: batchSize) { output, target in
      if let labels = target.labels { right += try output.matches(labels) }
    }
    return Double(right) / Double(max(1, source.count))
  }

  /// Runs the network over all samples without recording, the next batch being prepared meanwhile.
  package func forEachOutput(
    _ source: any BatchSource, batchSize: Int = 64, _ body: (Tensor, Target) throws -> Void
  ) throws {
    try prepare(for: source)
    let batches = stride(from: 0, to: source.count, by: batchSize).map {
      BatchRequest(indices: Array($0..<min($0 + batchSize, source.count)), augment: nil)
    }
    try withoutGradient {
      let loader = BatchLoader(source, batches)
      while let batch = try loader.next() {
        try Interruption.check()
        try body(try infer(batch.input(), features: batch.features), batch.target)
      }
    }
  }
}

extension Tensor {
  /// Rows whose greatest value stands at their label.
  func matches(_ labels: [Int]) throws -> Int {
    zip(try argmax(1), labels).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
  }
}
