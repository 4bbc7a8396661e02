extension Tensor {
  /// For what follows from values and not from shapes: how many there are, whether a pivot is 0.
  ///
  /// - Throws: `UntraceableError` inside a trace of a program that will have other values in each run.
  func requireValues() throws {
    if let trace = Trace.current, trace.follows([self]) { throw UntraceableError() }
  }
}
