/// One figure of one row: ours, or of a peer that runs in our process.
struct Measurement {
  var row: String
  var unit: String
  var value: Double
  /// The most (or, for rates, the least) that ours must reach.
  var must: Double?
  /// nil for ours.
  var peer: String?
  var lowerIsBetter = true

  var json: String {
    var fields = [
      "\"row\": \"\(row)\"", "\"unit\": \"\(unit)\"", "\"value\": \(value)",
      "\"lower_is_better\": \(lowerIsBetter)",
    ]
    if let must { fields.append("\"must\": \(must)") }
    if let peer { fields.append("\"peer_name\": \"\(peer)\"") }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}

/// The least time of several runs, in nanoseconds for each of `count` repetitions.
func leastNanoseconds(runs: Int = 5, count: Int, _ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  var least = Duration.seconds(1_000_000)
  for _ in 0..<runs { least = min(least, try clock.measure(body)) }
  let parts = least.components
  return (Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9) / Double(count)
}
