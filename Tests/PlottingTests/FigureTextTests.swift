import Plotting
import Report
import Testing

@Suite struct FigureTextTests {
  @Test(arguments: [(80, 24), (40, 12), (120, 50)])
  func everyKindStaysWithinTheSurface(_ columns: Int, _ rows: Int) {
    for (name, figure) in FigureSpecimens.all {
      let lines = figure.text(on: Surface(columns: columns, rows: rows)).split(separator: "\n")
      #expect(lines.count <= rows, "\(name)")
      #expect(lines.allSatisfy { $0.displayWidth <= columns }, "\(name)")
    }
  }

  @Test func wideSignsOfATerminalAreKeptOutOfDrawings() {
    AmbiguousWidth.columns = 2
    defer { AmbiguousWidth.columns = 1 }
    for (name, figure) in FigureSpecimens.all {
      let lines = figure.text(on: Surface(columns: 60, rows: 24)).split(separator: "\n")
      #expect(lines.allSatisfy { $0.displayWidth <= 60 }, "\(name)")
    }
  }

  @Test func chineseColumnsStayAligned() {
    let text = FigureSpecimens.confusion.text(on: Surface())
    #expect(
      text == """
        confusion matrix   190 of 204 right, accuracy 0.931
                predicted
        actual      OK   划痕  scale\u{20}
        OK         131      8      0\u{20}
        划痕         3     38      2\u{20}
        scale        1      0     21\u{20}
        """)
  }

  @Test func plainSurfacesGetWords() {
    let rising = Figure.line(
      [Series(x: [1, 2, 3, 4], y: [12, 20, 48, 40])], title: Text("speed"), x: Axis(), y: Axis())
    #expect(rising.text(on: Surface(plain: true)) == "speed: rising, 12 to 48, max at row 3")
  }

  @Test func colourOnlyWhereItIsWanted() {
    for (name, figure) in FigureSpecimens.all {
      #expect(!figure.text(on: Surface()).contains("\u{1B}"), "\(name)")
      #expect(figure.text(on: Surface(colour: true)).contains("\u{1B}["), "\(name)")
    }
  }
}
