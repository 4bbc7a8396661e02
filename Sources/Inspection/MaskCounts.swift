/// Pixels counted over the masks of some samples together.
public struct MaskCounts: Sendable, Equatable {
  public private(set) var samples = 0
  /// Marked, and found.
  public private(set) var found = 0
  /// Found, and not marked.
  public private(set) var falselyFound = 0
  /// Marked, and not found.
  public private(set) var missed = 0

  public init() {}

  /// Counts the pixels of some samples.
  ///
  /// - Parameters:
  ///   - logits: what a network says; above 0 a pixel is found.
  ///   - wanted: the shares that are there; above a half a pixel is marked.
  public mutating func count(
    _ logits: UnsafeBufferPointer<Float>, _ wanted: UnsafeBufferPointer<Float>, samples: Int
  ) {
    self.samples += samples
    for (logit, share) in zip(logits, wanted) {
      switch (logit > 0, share > 0.5) {
      case (true, true): found += 1
      case (true, false): falselyFound += 1
      case (false, true): missed += 1
      case (false, false): break
      }
    }
  }
}
