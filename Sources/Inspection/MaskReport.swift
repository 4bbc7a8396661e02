public import Report

/// How well the masks that a network found cover those that are there.
public final class MaskReport: Sendable {
  public let target: String
  public let counts: MaskCounts
  /// Rows that could not be used, each with its place and the reason.
  public let refused: [Fault]

  public init(target: String, _ counts: MaskCounts, refused: [Fault] = []) {
    (self.target, self.counts, self.refused) = (target, counts, refused)
  }

  private func part(_ part: Int, of whole: Int) -> Double { whole == 0 ? .nan : Double(part) / Double(whole) }

  /// The intersection over the union (Jaccard, 1901); NaN when nothing is marked and nothing was found.
  public var intersectionOverUnion: Double {
    part(counts.found, of: counts.found + counts.falselyFound + counts.missed)
  }

  /// Twice the intersection over the sum of both (Dice, 1945).
  public var dice: Double {
    part(2 * counts.found, of: 2 * counts.found + counts.falselyFound + counts.missed)
  }

  /// The share of what was found that is marked.
  public var precision: Double { part(counts.found, of: counts.found + counts.falselyFound) }

  /// The share of what is marked that was found.
  public var recall: Double { part(counts.found, of: counts.found + counts.missed) }
}

extension MaskReport: Displayable {
  public func text(on surface: Surface) -> String {
    let (overlap, dice) = (share(intersectionOverUnion), share(dice))
    return Text(
      en: "\(target): IoU \(overlap)   Dice \(dice)   precision \(share(precision))"
        + "   recall \(share(recall))   \(counts.samples) samples",
      zh: "\(target)：IoU \(overlap)   Dice \(dice)   精确率 \(share(precision))"
        + "   召回率 \(share(recall))   \(counts.samples) 个样本"
    ).description
  }
}
