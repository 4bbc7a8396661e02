/// A share with its exact 95 % interval; nil where there was nothing to count.
public struct Share: Sendable, Equatable {
  public let hits: Int
  public let trials: Int
  public let interval: BinomialInterval

  public init(hits: Int, trials: Int) {
    (self.hits, self.trials) = (hits, trials)
    interval = BinomialInterval(hits: hits, trials: trials)
  }

  /// NaN where nothing was counted.
  public var value: Double { trials == 0 ? .nan : Double(hits) / Double(trials) }

  /// The share and its interval as a table shows them: `.912` and `.867 .. .946`, or `·` where nothing was
  /// counted.
  var cells: [String] { trials == 0 ? ["·", "·"] : [share(value), interval.shares] }
}

/// Precision, recall and F1 of one class, each with its 95 % interval.
public struct ClassScores: Sendable, Equatable {
  public let name: String
  /// Of the samples taken for the class, those that are of it.
  public let precision: Share
  /// Of the samples of the class, those that were found.
  public let recall: Share
  /// The harmonic mean of precision and recall; NaN where the class occurs nowhere.
  public let f1: Double
  /// F1 is 2J / (1 + J) of the Jaccard share J = hits / (hits + false + missed), so the exact interval of J
  /// gives the interval of F1.
  public let f1Interval: BinomialInterval

  /// F1 and its interval as a table shows them.
  var f1Cells: [String] { f1.isNaN ? ["·", "·"] : [share(f1), f1Interval.shares] }

  init(_ matrix: ConfusionMatrix, index: Int) {
    let hits = matrix.counts[index][index]
    let taken = matrix.predictions(of: index)
    let present = matrix.support(of: index)
    name = matrix.classes[index]
    precision = Share(hits: hits, trials: taken)
    recall = Share(hits: hits, trials: present)
    let union = taken + present - hits
    f1 = union == 0 ? .nan : 2 * Double(hits) / Double(taken + present)
    let jaccard = BinomialInterval(hits: hits, trials: union)
    f1Interval = BinomialInterval(
      lower: 2 * jaccard.lower / (1 + jaccard.lower), upper: 2 * jaccard.upper / (1 + jaccard.upper))
  }
}
