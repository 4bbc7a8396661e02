import LuaBridge
import Testing

@Suite struct ReportPageTests {
  let sitting: PlotSitting

  init() throws { sitting = try PlotSitting() }

  @Test func aReportIsOneFile() throws {
    try sitting.lua.run(
      """
      report "Line 3" :key("accuracy", 0.95123) :key("units", 1204) :heading "Data" :text "one\\n\\ntwo"
        :table(t) :figure(plot.bar(t, "result")) :figure(image.from { {0, 255} }) :listing "a <b>"
        :save "\(sitting.folder)/r.html"
      """)
    let html = sitting.saved("r.html")
    #expect(html.contains("<h1>Line 3</h1>") && html.contains("<h2>Data</h2>"))
    #expect(html.contains("<b>0.9512</b>") && html.contains("<b>1,204</b>"))
    #expect(html.contains("<p>one</p>") && html.contains("a &lt;b&gt;") && html.contains("<svg "))
    #expect(html.contains("data:image/png;base64,"))
  }

  @Test func aReportIsHTML() {
    #expect(sitting.fault(#"report "x" :save "x.pdf""#) == "x.pdf: a report is saved as .html")
    #expect(sitting.fault(#"report "x" :key("a", {})"#) == "key: value must be a number or a text")
  }
}
