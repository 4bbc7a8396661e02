import Plotting
import Report
import Testing

@Suite struct HTMLPageTests {
  @Test func aPageHoldsEverythingItShows() {
    var page = HTMLPage(title: Text("Line 3 <simulated>"))
    page.add(heading: Text("Data"))
    page.add(paragraph: Text("one & two\n\nthree"))
    page.add(keyFigures: [(Text("accuracy"), "0.951")])
    page.add(
      table: Grid(header: [["tag", "值"]], rows: [["R1.速度", "11.4"]], numeric: [false, true]),
      caption: Text("tags"))
    page.add(figure: FigureSpecimens.box)
    page.add(value: FigureSpecimens.roc)
    page.add(listing: "a\n  b <c>")
    let html = page.html
    #expect(html.contains("<title>Line 3 &lt;simulated&gt;</title>"))
    #expect(html.contains("<p>one &amp; two</p>\n<p>three</p>"))
    #expect(html.contains("<td>R1.速度</td><td class=\"n\">11.4</td>"))
    #expect(html.contains("<pre>a\n  b &lt;c&gt;</pre>"))
    #expect(html.split(separator: "<svg ").count == 3)
    #expect(!html.contains("href=") && !html.contains("src="))
  }
}
