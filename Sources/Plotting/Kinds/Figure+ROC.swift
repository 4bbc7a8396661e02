public import Report

extension Figure {
  /// The receiver operating characteristic: for every threshold on `scores`, the share of positives found
  /// over the share of negatives taken for positive (Fawcett, 2006). The note carries the area under it.
  ///
  ///     Figure.roc(scores: [0.9, 0.8, 0.3, 0.1], positive: [true, false, true, false])      // area 0.750
  public static func roc(scores: [Double], positive: [Bool], title: Text? = nil) -> Figure {
    let curve = ROCCurve(scores: scores, positive: positive)
    let area = curve.area.fixed(3)
    return Figure(
      title: title ?? Text(en: "ROC curve", zh: "ROC 曲线"),
      note: Text(
        en: "area \(area); \(curve.positives.grouped) positive, \(curve.negatives.grouped) negative",
        zh: "曲线下面积 \(area)；正样本 \(curve.positives.grouped) 个，负样本 \(curve.negatives.grouped) 个"),
      x: Axis(Text(en: "false positive rate", zh: "假正率"), limits: 0...1),
      y: Axis(Text(en: "true positive rate", zh: "真正率"), limits: 0...1),
      content: .plane([
        .line(Series(Text(en: "chance", zh: "随机"), x: [0, 1], y: [0, 1], tone: .quiet)),
        .line(Series(Text("ROC"), x: curve.falsePositive, y: curve.truePositive)),
      ]))
  }
}

/// The corners of the characteristic, from (0, 0) to (1, 1); equal scores make one step.
public struct ROCCurve: Sendable {
  public private(set) var falsePositive: [Double] = [0]
  public private(set) var truePositive: [Double] = [0]
  public let positives: Int
  public let negatives: Int

  public init(scores: [Double], positive: [Bool]) {
    precondition(scores.count == positive.count, "ROC: one score for each sample")
    positives = positive.count { $0 }
    negatives = positive.count - positives
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    var found = 0, taken = 0
    for (place, index) in order.enumerated() {
      if positive[index] { found += 1 } else { taken += 1 }
      if place + 1 < order.count, scores[order[place + 1]] == scores[index] { continue }
      truePositive.append(positives > 0 ? Double(found) / Double(positives) : 0)
      falsePositive.append(negatives > 0 ? Double(taken) / Double(negatives) : 0)
    }
  }

  /// The area under the curve: the chance that a positive scores above a negative.
  public var area: Double {
    guard positives > 0, negatives > 0 else { return .nan }
    return truePositive.indices.dropFirst().reduce(0) { sum, i in
      sum + (falsePositive[i] - falsePositive[i - 1]) * (truePositive[i] + truePositive[i - 1]) / 2
    }
  }
}
