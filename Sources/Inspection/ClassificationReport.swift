public import Report

/// What a classifier did on samples it had not seen: accuracy, confusion, scores of each class, and, when one
/// class is named good, escapes (bad units passed) and overkill (good units rejected).
public final class ClassificationReport: Sendable {
  public let confusion: ConfusionMatrix
  public let accuracy: Share
  public let classes: [ClassScores]
  /// The class that passes inspection.
  public let good: String?
  /// Bad units that the model passed, of all bad units.
  public let escape: Share?
  /// Good units that the model rejected, of all good units.
  public let overkill: Share?
  /// The probability of each class for each sample, [samples, classes], and the true classes.
  public let scores: [[Float]]
  public let actual: [Int]
  /// Rows that could not be used, each with its place and the reason.
  public let refused: [Fault]

  /// - Throws: `Fault` when `good` is none of the classes.
  public init(
    classes names: [String], actual: [Int], scores: [[Float]], good: String? = nil, refused: [Fault] = []
  ) throws {
    let predicted = scores.map { row in row.indices.max { row[$0] < row[$1] } ?? 0 }
    let confusion = ConfusionMatrix(classes: names, actual: actual, predicted: predicted)
    self.confusion = confusion
    self.scores = scores
    self.actual = actual
    self.good = good
    self.refused = refused
    accuracy = Share(hits: confusion.correct, trials: confusion.total)
    classes = names.indices.map { ClassScores(confusion, index: $0) }
    guard let good else {
      (escape, overkill) = (nil, nil)
      return
    }
    guard let g = names.firstIndex(of: good) else {
      let near = nearest(to: good, among: names).first ?? names.first ?? ""
      throw Fault(
        .name, en: "no class '\(good)'; the classes are \(names.joined(separator: ", "))",
        zh: "没有类别“\(good)”；已有类别：\(names.joined(separator: "、"))", try: "good = \"\(near)\"")
    }
    let bad = confusion.total - confusion.support(of: g)
    escape = Share(hits: confusion.predictions(of: g) - confusion.counts[g][g], trials: bad)
    overkill = Share(
      hits: confusion.support(of: g) - confusion.counts[g][g], trials: confusion.support(of: g))
  }
}

extension ClassificationReport: Displayable {
  public func text(on surface: Surface) -> String {
    let language = Language.current
    let title = Text(en: "rows: true class, columns: predicted", zh: "行：真实类别，列：预测类别")
    let isWide = confusionGrid.lines(fitting: surface.columns).hidden > 0
    let lines =
      [headline.in(language)] + lines(of: scoresGrid, on: surface) + ["", title.in(language)]
      + lines(of: isWide ? numberedConfusionGrid : confusionGrid, on: surface)
    return lines.joined(separator: "\n")
  }

  /// A grid's lines, the last of which says how many columns found no room.
  private func lines(of grid: Grid, on surface: Surface) -> [String] {
    let (lines, hidden) = grid.lines(fitting: surface.columns)
    guard hidden > 0 else { return lines }
    let noun = hidden == 1 ? "column" : "columns"
    return lines + [Text(en: "… \(hidden) more \(noun)", zh: "… 还有 \(hidden) 列").description]
  }

  /// Accuracy, and escapes and overkill where a good class is named, in one line.
  public var headline: Text {
    let range = accuracy.interval.shares
    var text = Text(
      en: "accuracy \(share(accuracy.value)) (95 %: \(range)), \(accuracy.trials) samples",
      zh: "准确率 \(share(accuracy.value))（95 %：\(range)），\(accuracy.trials) 个样本")
    if let escape, let overkill {
      let (e, o) = (escape, overkill)
      text =
        text
        + Text(
          en: "\nescapes \(e.hits) of \(e.trials) (\(e.interval.percent))"
            + "   overkill \(o.hits) of \(o.trials) (\(o.interval.percent))",
          zh: "\n漏检 \(e.hits)/\(e.trials)（\(e.interval.percent)）"
            + "   过杀 \(o.hits)/\(o.trials)（\(o.interval.percent)）")
    }
    return text
  }

  /// A row for each class: precision, recall and F1 with their intervals, and how many samples it has.
  public var scoresGrid: Grid {
    let titles = [
      Text(en: "class", zh: "类别"), Text(en: "precision", zh: "精确率"), Text("95 %"),
      Text(en: "recall", zh: "召回率"), Text("95 %"), Text("F1"), Text("95 %"), Text(en: "samples", zh: "样本数"),
    ]
    let rows = classes.map { scores in
      [
        [scores.name], scores.precision.cells, scores.recall.cells, scores.f1Cells,
        ["\(scores.recall.trials)"],
      ].flatMap(\.self)
    }
    return Grid(
      header: [titles.map(\.description)], rows: rows,
      numeric: [false, true, true, true, true, true, true, true])
  }

  public var confusionGrid: Grid {
    let rows = confusion.classes.indices.map { i in
      [confusion.classes[i]] + confusion.counts[i].map { $0 == 0 ? "·" : "\($0)" }
    }
    return Grid(
      header: [[""] + confusion.classes], rows: rows,
      numeric: [false] + confusion.classes.map { _ in true })
  }

  /// The confusion matrix where the names of the classes are too long for columns: numbers stand above, and
  /// before the names.
  private var numberedConfusionGrid: Grid {
    var grid = confusionGrid
    grid.header = [[""] + confusion.classes.indices.map { "\($0 + 1)" }]
    for i in grid.rows.indices { grid.rows[i][0] = "\(i + 1) " + grid.rows[i][0] }
    return grid
  }
}
