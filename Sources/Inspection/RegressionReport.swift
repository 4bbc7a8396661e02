public import Report

/// How far predictions of a number are from the truth, in the target's own unit.
public final class RegressionReport: Sendable {
  public let target: String
  public let unit: String
  public let actual: [Double]
  public let predicted: [Double]
  /// Rows that could not be used, each with its place and the reason.
  public let refused: [Fault]

  public init(
    target: String, unit: String, actual: [Double], predicted: [Double], refused: [Fault] = []
  ) {
    precondition(actual.count == predicted.count, "one prediction for each sample")
    (self.target, self.unit, self.actual, self.predicted) = (target, unit, actual, predicted)
    self.refused = refused
  }

  private var errors: [Double] { zip(predicted, actual).map { $0 - $1 } }

  private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  /// Mean of the absolute error.
  public var meanAbsoluteError: Double { mean(errors.map(\.magnitude)) }

  /// Root of the mean squared error.
  public var rootMeanSquaredError: Double { mean(errors.map { $0 * $0 }).squareRoot() }

  /// The share of the target's variance that the model explains (R²); NaN when the target does not vary.
  public var determination: Double {
    let centre = mean(actual)
    let spread = actual.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
    return spread == 0 ? .nan : 1 - errors.reduce(0) { $0 + $1 * $1 } / spread
  }
}

extension RegressionReport: Displayable {
  public func text(on surface: Surface) -> String {
    let suffix = unit.isEmpty ? "" : " \(unit)"
    let mae = meanAbsoluteError.significant(4) + suffix
    let rmse = rootMeanSquaredError.significant(4) + suffix
    return Text(
      en: "\(target): mean absolute error \(mae)   RMSE \(rmse)   R² \(share(determination))"
        + "   \(actual.count) samples",
      zh: "\(target)：平均绝对误差 \(mae)   均方根误差 \(rmse)   R² \(share(determination))"
        + "   \(actual.count) 个样本"
    ).description
  }
}
