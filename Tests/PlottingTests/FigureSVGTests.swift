import Plotting
import Report
import Testing

@Suite struct FigureSVGTests {
  @Test(arguments: FigureSpecimens.all.map(\.name)) func everyKindIsWellFormed(_ name: String) throws {
    let figure = try #require(FigureSpecimens.all.first { $0.name == name }).figure
    let svg = try #require(figure.svg)
    #expect(flaw(inXML: svg) == nil)
    #expect(!svg.contains("nan") && !svg.contains("inf\""))
  }

  @Test func theCheckerFindsFlaws() {
    #expect(flaw(inXML: "<a><b></a>") != nil)
    #expect(flaw(inXML: "<a>R1 & R2</a>") != nil)
    #expect(flaw(inXML: "<a b=\"1></a>") != nil)
    #expect(flaw(inXML: "<a>") != nil)
  }

  @Test func namesAreEscaped() throws {
    let svg = try #require(FigureSpecimens.line.svg)
    #expect(svg.contains("R2 &lt;in&gt; &amp; out"))
  }

  @Test func aMillionPointsStaySmall() throws {
    let x = (0..<1_000_000).map(Double.init)
    let figure = Figure.line(
      [Series(x: x, y: x.map { $0.truncatingRemainder(dividingBy: 997) })], x: Axis(), y: Axis())
    #expect(try #require(figure.svg).utf8.count < 60_000)
  }

  @Test func figuresWithoutNumbersAreStillFigures() throws {
    for figure in [
      Figure.line([Series(x: [], y: [])], x: Axis(), y: Axis()), .histogram([], title: Text("a")),
      .histogram([5, 5, 5], title: Text("a")), .bar([], [], title: Text("a")),
      .box([("a", [])], title: Text("a")),
      .confusion([], classes: []), .roc(scores: [], positive: []), .controlChart([], title: Text("a")),
      .bar(["a"], [-3], title: Text("a")), .bar(["a"], [0], title: Text("a")),
      .bar(["a"], [.nan], title: Text("a")),
      .line([Series(x: [.infinity, 1], y: [1, .nan])], x: Axis(), y: Axis()),
      .scatter([Series(x: [1e300, -1e300], y: [1e-300, 0])], x: Axis(scale: .time(offset: 0)), y: Axis()),
    ] {
      #expect(flaw(inXML: try #require(figure.svg)) == nil)
      #expect(!figure.text(on: Surface(columns: 20, rows: 8)).isEmpty || figure.title.en.isEmpty)
    }
  }
}
