import Inspection
import Report
import Testing

@Suite struct RegressionReportTests {
  @Test func measuresErrorsInTheTargetsUnit() {
    let report = RegressionReport(
      target: "gauge", unit: "mm", actual: [1, 2, 3], predicted: [1, 2, 5])
    #expect(abs(report.meanAbsoluteError - 2.0 / 3) < 1e-12)
    #expect(abs(report.rootMeanSquaredError - (4.0 / 3).squareRoot()) < 1e-12)
    #expect(report.determination == -1)
    #expect(report.text(on: Surface()).contains("0.6667 mm"))
  }
}
