import Inspection
import Report
import Testing

@Suite struct ClassificationReportTests {
  /// Six samples: OK OK OK NG NG NG, of which one OK is rejected and one NG passes.
  func report(good: String?) throws -> ClassificationReport {
    let sure: [Float] = [0.9, 0.1], doubtful: [Float] = [0.2, 0.8]
    return try ClassificationReport(
      classes: ["OK", "NG"], actual: [0, 0, 0, 1, 1, 1],
      scores: [sure, sure, doubtful, doubtful, doubtful, sure], good: good)
  }

  @Test func countsEscapesAndOverkill() throws {
    let report = try report(good: "OK")
    #expect(report.escape?.hits == 1)
    #expect(report.escape?.trials == 3)
    #expect(report.overkill?.hits == 1)
    #expect(abs(report.accuracy.value - 4.0 / 6) < 1e-12)
  }

  @Test func scoresOfAClassFollowTheConfusionMatrix() throws {
    let ok = try report(good: nil).classes[0]
    #expect(ok.precision.hits == 2)
    #expect(ok.precision.trials == 3)
    #expect(abs(ok.f1 - 2.0 / 3) < 1e-12)
    #expect(ok.f1Interval.lower < ok.f1)
    #expect(ok.f1Interval.upper > ok.f1)
  }

  @Test func anUnknownGoodClassIsNamedWithTheNearest() {
    #expect(throws: Fault.self) { try report(good: "OKK") }
    do {
      _ = try report(good: "ok")
    } catch {
      #expect("\(error)".contains("try: good = \"OK\""))
    }
  }

  @Test func aClassNeverPredictedHasNoPrecision() throws {
    let report = try ClassificationReport(
      classes: ["OK", "NG"], actual: [0, 0, 1], scores: [[1, 0], [1, 0], [1, 0]])
    let row = try #require(report.scoresGrid.rows.last)
    #expect(row[1...2] == ["·", "·"])
    #expect(row[3] == ".000")
    #expect(!report.text(on: Surface()).contains("nan"))
  }

  @Test func longNamesAreNumberedSoThatAllColumnsFit() throws {
    let names = (0..<7).map { "finishing roll printing, kind \($0)" }
    let report = try ClassificationReport(
      classes: names, actual: Array(0..<7), scores: (0..<7).map { i in (0..<7).map { $0 == i ? 1 : 0 } })
    let lines = report.text(on: Surface(columns: 80)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.contains { $0.split(separator: " ") == ["1", "2", "3", "4", "5", "6", "7"] })
    #expect(lines.contains { $0.hasPrefix("7 finishing roll printing, kind 6") && $0.hasSuffix("1") })
    #expect(lines.filter { $0.hasPrefix("… ") && $0.contains("more column") }.count == 1)
  }

  @Test func showsItselfInBothLanguages() throws {
    let text = try report(good: "OK").text(on: Surface())
    #expect(text.contains("escapes 1 of 3 (0.8 % .. 90.6 %)"))
    #expect(text.contains("accuracy .667"))
    #expect(try report(good: "OK").headline.zh.contains("漏检 1/3"))
  }
}
