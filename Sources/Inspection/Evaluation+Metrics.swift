internal import Report

extension Evaluation {
  /// Gives the figures to whoever keeps metrics: `test_accuracy`, `test_escape`, `test_overkill`; `test_mae`,
  /// `test_rmse`, `test_r2` for numbers.
  public func noteMetrics() {
    for (name, value) in figures {
      if let value { Metric("test_" + name, value).note() }
    }
  }

  private var figures: [(String, Double?)] {
    switch self {
    case .classification(let report):
      [
        ("accuracy", report.accuracy.value), ("escape", report.escape?.value),
        ("overkill", report.overkill?.value),
      ]
    case .regression(let report):
      [
        ("mae", report.meanAbsoluteError), ("rmse", report.rootMeanSquaredError),
        ("r2", report.determination),
      ]
    case .masks(let report):
      [
        ("iou", report.intersectionOverUnion), ("dice", report.dice), ("precision", report.precision),
        ("recall", report.recall),
      ]
    }
  }
}
