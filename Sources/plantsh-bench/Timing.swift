/// The least time of several runs, in nanoseconds for each of `count` repetitions.
func leastNanoseconds(runs: Int = 5, count: Int, _ body: () throws -> Void) rethrows -> Double {
  var least = Double.infinity
  for _ in 0..<runs { least = min(least, try seconds(body)) }
  return least * 1e9 / Double(count)
}

/// The median time of one run, of as many as go into `enough` seconds (three at least), after a few that do not
/// count.
func medianSeconds(enough: Double = 0.4, _ body: () throws -> Void) rethrows -> Double {
  for _ in 0..<3 { try body() }
  var times: [Double] = []
  var sum = 0.0
  while sum < enough || times.count < 3 {
    times.append(try seconds(body))
    sum += times[times.count - 1]
  }
  return times.sorted()[times.count / 2]
}

/// How long `body` takes.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let parts = try ContinuousClock().measure(body).components
  return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
}
