internal import Neural

/// A network whose speed is measured, and the numbers that it is measured with.
struct Subject: Sendable {
  var name: String
  /// One sample, without the batch.
  var input: [Int]
  var classes: Int
  /// Samples between two steps of the optimizer.
  var batch: Int
  /// Batches in one turn: long enough to be timed, short enough for many turns.
  var batches: Int
  var network: @Sendable () throws -> Network

  /// The network with its first weights; always the same ones.
  func built() throws -> Network {
    let network = try network()
    try network.build(input)
    return network
  }
}
