import Images
import LuaBridge
import Plotting
import Report
import Testing

@Suite struct PlotTests {
  let sitting: PlotSitting

  init() throws { sitting = try PlotSitting() }

  @Test func linesRunOverTimeInTheZoneOfTheTable() throws {
    let figure = try sitting.figure(#"plot.line(t, "time", "speed")"#)
    #expect(figure.x.scale == .time(offset: 28_800))
    #expect(figure.y.unit == "m/s")
    #expect(figure.note.en == "1 of 4 rows have a missing value")
  }

  @Test func groupsBecomeSeries() throws {
    let figure = try sitting.figure(#"plot.scatter(t, "speed", "force", { by = "station", title = "x" })"#)
    guard case .plane(let marks) = figure.content else { throw Failure.wrongContent }
    #expect(marks.count == 2)
    #expect(figure.title.en == "x")
  }

  @Test func barsCountRowsOrShowMeans() throws {
    let counts = try sitting.figure(#"plot.bar(t, "result")"#)
    guard case .rows(let rows) = counts.content, case .bar(let good, _) = rows[0].shape else {
      throw Failure.wrongContent
    }
    #expect((rows.map(\.label), good) == (["OK", "NG"], 3))
    let means = try sitting.figure(#"plot.bar(t, "station", { value = "speed" })"#)
    guard case .rows(let stations) = means.content, case .bar(let second, _) = stations[1].shape else {
      throw Failure.wrongContent
    }
    #expect(abs(second - 11.1) < 1e-12)
  }

  @Test func confusionCountsPairsAndLeavesOutMissing() throws {
    let figure = try sitting.figure(#"plot.confusion(t, "result", "guess")"#)
    guard case .cells(let cells) = figure.content else { throw Failure.wrongContent }
    #expect(cells.rows == ["NG", "OK"])
    #expect(cells.values == [[1, 0], [1, 1]])
  }

  @Test func correlationOfAColumnWithItselfIsOne() throws {
    let figure = try sitting.figure(#"plot.correlation(t, {"force", "score"})"#)
    guard case .cells(let cells) = figure.content else { throw Failure.wrongContent }
    #expect(abs(cells.values[0][0] - 1) < 1e-12)
    #expect(cells.values[0][1] == cells.values[1][0])
  }

  @Test func rocFindsThePositiveClass() throws {
    #expect(
      try sitting.figure(#"plot.roc(t, "score", "result", { positive = "NG" })"#).note.en.hasPrefix(
        "area 1.000"))
    #expect(
      sitting.fault(#"plot.roc(t, "score", "result", { positive = "ng" })"#)
        == "no class 'ng' · did you mean NG?")
  }

  @Test func everyOtherKindIsAFigure() throws {
    for line in [
      #"plot.histogram(t, "speed", { bins = 3 })"#, #"plot.box(t, "force", { by = "station" })"#,
      #"plot.control_chart(t, "force", { baseline = 3 })"#, "plot.heatmap { {1, 2}, {3, 4} }",
      #"plot.heatmap({ {1, 2} }, { rows = {"R1"}, columns = {"a", "b"}, title = "x" })"#,
    ] {
      #expect(try sitting.figure(line).svg?.hasPrefix("<svg") == true)
    }
  }

  @Test func wrongColumnsAreFaults() {
    #expect(sitting.fault(#"plot.line(t, "time", "sped")"#) == "no column 'sped' · did you mean speed?")
    #expect(
      sitting.fault(#"plot.histogram(t, "station")"#)
        == "column 'station' holds text, a plot needs numbers or times")
    #expect(
      sitting.fault(#"plot.histogram(t, "time")"#) == "column 'time' holds times, a histogram needs numbers")
    #expect(
      sitting.fault("plot.heatmap { {1, 2}, {3} }").hasPrefix("plot.heatmap: rows must be equally long"))
  }

  @Test func figuresAreSavedByTheEndOfTheirName() throws {
    try sitting.lua.run(#"f = plot.bar(t, "result")"#)
    try sitting.lua.run("f:save '\(sitting.folder)/a.svg' f:titled('new'):save '\(sitting.folder)/a.html'")
    try sitting.lua.run("f:save '\(sitting.folder)/a.png'")
    #expect(try Image(contentsOf: sitting.folder + "/a.png").width == 1440)
    #expect(sitting.saved("a.svg").hasPrefix("<svg"))
    #expect(sitting.saved("a.html").contains("<title>new</title>"))
    #expect(
      sitting.fault("f:save 'x/speed.pdf'")
        == "x/speed.pdf: a figure is saved as .png, .svg or .html\n  try: figure:save \"speed.png\"")
    #expect(sitting.fault("f:save '/no/such/a.svg'").hasPrefix("/no/such/a.svg: cannot be written"))
  }

  enum Failure: Error { case wrongContent }
}
