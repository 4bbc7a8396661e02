public import Report

extension Figure {
  /// A matrix [rows, columns] as shaded cells.
  public static func heatmap(
    rows: [String], columns: [String], values: [[Double]], title: Text, note: Text = Text(""),
    x: Text = Text(""), y: Text = Text("")
  ) -> Figure {
    Figure(
      title: title, note: note, x: Axis(x), y: Axis(y),
      content: .cells(Cells(rows: rows, columns: columns, values: values)))
  }

  /// A confusion matrix [actual, predicted]: counts, each cell shaded by its share of the actual class.
  public static func confusion(_ counts: [[Int]], classes: [String], title: Text? = nil) -> Figure {
    let right = classes.indices.reduce(0) { $0 + counts[$1][$1] }
    let total = counts.joined().reduce(0, +)
    let share = total > 0 ? (Double(right) / Double(total)).fixed(3) : "–"
    return Figure(
      title: title ?? Text(en: "confusion matrix", zh: "混淆矩阵"),
      note: Text(
        en: "\(right.grouped) of \(total.grouped) right, accuracy \(share)",
        zh: "\(total.grouped) 个中正确 \(right.grouped) 个，准确率 \(share)"),
      x: Axis(Text(en: "predicted", zh: "预测")), y: Axis(Text(en: "actual", zh: "实际")),
      content: .cells(
        Cells(
          rows: classes, columns: classes, values: counts.map { $0.map(Double.init) }, shading: .shareOfRow)))
  }
}
