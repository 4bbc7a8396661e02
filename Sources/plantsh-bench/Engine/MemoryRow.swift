/// The most memory that a process takes which trains a network and does nothing else.
final class MemoryRow: SharedRow {
  let heading: Heading
  private let training: TrainingRow

  init(_ training: TrainingRow) {
    self.training = training
    heading = Heading(
      row: "\(training.heading.row), peak memory", unit: "MB", must: .ratio(1), hope: .ratio(2),
      againstBest: true, fresh: true)
  }

  func measure(_ peer: String?) throws -> Double {
    _ = try training.measure(nil)
    return try peakResidentMegabytes()
  }

  func handOver(to folder: String) throws { try training.handOver(to: folder) }
}
