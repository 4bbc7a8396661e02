internal import Report

extension Tensor {
  /// Row i has a 1 in column `labels[i]` (counted from 0) and 0 elsewhere, [labels, classes].
  public static func oneHot(_ labels: [Int], classes: Int) throws -> Tensor {
    for (row, label) in labels.enumerated() where !(0..<classes ~= label) {
      throw Fault(
        .range, en: "one_hot: label \(row + 1) is \(label + 1), wanted 1 .. \(classes)",
        zh: "one_hot：第 \(row + 1) 个标签为 \(label + 1)，应在 1 .. \(classes) 之内")
    }
    return .filled([labels.count, classes]) { values in
      values.update(repeating: 0)
      for (row, label) in labels.enumerated() { values[row * classes + label] = 1 }
    }
  }

  /// So many numbers from `first` to `last`, equally far apart.
  public static func linspace(_ first: Double, _ last: Double, count: Int) -> Tensor {
    .filled([count]) { values in
      for i in 0..<count {
        let share = count > 1 ? Double(i) / Double(count - 1) : 0
        values[i] = Float(first * (1 - share) + last * share)
      }
    }
  }
}
