public import Report

extension Figure {
  /// Median, quartiles, whiskers and outliers of each group. A group without numbers is left out and named.
  public static func box(_ groups: [(label: String, values: [Double])], title: Text, unit: String = "")
    -> Figure
  {
    var rows: [Row] = [], empty: [String] = []
    for group in groups {
      if let five = FiveNumbers(of: group.values) {
        rows.append(Row(group.label, .box(five)))
      } else {
        empty.append(group.label)
      }
    }
    let names = empty.joined(separator: ", ")
    let note = empty.isEmpty ? Text("") : Text(en: "no values: \(names)", zh: "无数据：\(names)")
    return Figure(title: title, note: note, x: Axis(title, unit: unit), y: Axis(), content: .rows(rows))
  }
}
