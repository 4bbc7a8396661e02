import Plotting
import Report
import Testing

@Suite struct KindsTests {
  @Test func everyValueFallsIntoOneBlock() {
    let sorted = (0..<1000).map { Double($0 * $0 % 977) / 10 }.sorted()
    for bins in [nil, 1, 7, 40] {
      let blocks = histogramBlocks(sorted, bins: bins)
      #expect(blocks.reduce(0) { $0 + $1.height } == 1000)
      #expect(bins == nil || blocks.count == bins)
    }
  }

  @Test func fiveNumbersAreTukeys() throws {
    let five = try #require(FiveNumbers(of: [1, 2, 3, 4, 5, 6, 7, 8, 30, .nan]))
    #expect((five.lowerQuartile, five.median, five.upperQuartile) == (3, 5, 7))
    #expect((five.low, five.high) == (1, 8))
    #expect(five.outliers == [30])
  }

  @Test func theAreaUnderTheCurveCountsPairs() {
    let curve = ROCCurve(scores: [0.9, 0.8, 0.3, 0.1], positive: [true, false, true, false])
    #expect(curve.area == 0.75)
    #expect(ROCCurve(scores: [1, 1, 1, 1], positive: [true, false, true, false]).area == 0.5)
    #expect(ROCCurve(scores: [1], positive: [true]).area.isNaN)
  }

  @Test func controlLimitsComeFromTheMovingRange() throws {
    let limits = ControlLimits([10, 12, 10, 12, 10])
    #expect(try abs(#require(limits.centre) - 10.8) < 1e-12)
    #expect(abs(limits.upper - (10.8 + 6 / 1.128)) < 1e-9)
    #expect(limits.isOutside(17) && !limits.isOutside(15))
  }

  @Test func aConfusionMatrixSaysItsAccuracy() {
    let figure = Figure.confusion([[131, 8], [3, 38]], classes: ["OK", "NG"])
    #expect(figure.note.en == "169 of 180 right, accuracy 0.939")
    #expect(figure.note.zh == "180 个中正确 169 个，准确率 0.939")
  }
}
