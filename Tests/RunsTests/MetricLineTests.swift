import Exchange
import Report
import Runs
import Testing

@Suite struct MetricLineTests {
  @Test(arguments: [
    0.1, 1.0 / 3, -0.0, .leastNonzeroMagnitude, 1.7976931348623157e308, .infinity, -.infinity,
  ])
  func everyFigureComesBackBitForBit(_ value: Double) throws {
    let line = MetricLine("loss", value, step: 3)
    let again = try #require(JSON(parsing: line.json.text.utf8).flatMap(MetricLine.init))
    #expect(again.isSame(as: line))
    #expect(again == line)
  }

  @Test func whatIsNoNumberComesBackAsNone() throws {
    let line = MetricLine("loss", .nan, step: 1)
    let again = try #require(JSON(parsing: line.json.text.utf8).flatMap(MetricLine.init))
    #expect(again.isSame(as: line))
  }

  @Test func aLineCutOffInTheMiddleIsPassedOver() {
    let text = MetricLine("a", 1, step: 1).json.text + "\n{\"name\":\"b\",\"st"
    #expect(MetricLine.read(Array(text.utf8)).map(\.name) == ["a"])
  }

  @Test func anyBytesAreReadWithoutAFault() {
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var bytes = Array("{\"name\":\"a\",\"step\":1,\"value\":0.5}\n".utf8)
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
      }
      #expect(MetricLine.read(bytes).count <= 3)
    }
  }
}
