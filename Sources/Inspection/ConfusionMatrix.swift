internal import Report

/// How often each true class was taken for each class.
public struct ConfusionMatrix: Sendable, Equatable {
  public let classes: [String]
  /// [classes, classes]: a row for each true class, a column for each predicted one.
  public private(set) var counts: [[Int]]

  /// - Parameters:
  ///   - actual: the true class of each sample, counted from 0.
  ///   - predicted: the class the model chose, in the same order.
  public init(classes: [String], actual: [Int], predicted: [Int]) {
    precondition(actual.count == predicted.count, "one prediction for each sample")
    self.classes = classes
    counts = Array(repeating: Array(repeating: 0, count: classes.count), count: classes.count)
    for (a, p) in zip(actual, predicted) { counts[a][p] += 1 }
  }

  public var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  public var correct: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// Samples whose true class this is.
  public func support(of index: Int) -> Int { counts[index].reduce(0, +) }

  /// Samples that were taken for this class.
  public func predictions(of index: Int) -> Int { counts.reduce(0) { $0 + $1[index] } }
}
