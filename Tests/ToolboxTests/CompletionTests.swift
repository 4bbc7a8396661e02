import Foundation
import LuaBridge
import PlantData
import Report
import Sessions
import Testing
import Toolbox

/// Completion with the functions that are declared, and tables at hand.
@Suite struct CompletionTests {
  let session = Session(modules: Toolbox.modules)

  init() {
    let made = session.evaluate(
      """
      t = data.table { station = {"R1", "R2"}, temperature = {20.5, 21}, ["温度"] = {1, 2}, ["temp (C)"] = {3, 4} }
      p = pipeline "line 3"
      """)
    precondition(made.fault == nil)
  }

  func names(_ source: String) -> [String] { session.complete(source).items.map(\.name) }

  @Test(
    arguments: [
      ("t.temp", ["temperature"]), ("t.温", ["温度"]), ("t[\"te", ["temp (C)", "temperature"]),
      ("t:filter \"te", ["temperature"]), ("t:filter(\"station == 'R1' and te", ["temperature"]),
      ("t:filter \"`te", ["temp (C)", "temperature"]), ("t:filter \"temperature > 1 an", ["and"]),
      ("t:filter \"温", ["温度"]), ("t:sort \"sta", ["station"]), ("t:sort({ \"sta", ["station"]),
      ("t:group_by({ \"sta", ["station"]), ("t:group_by(\"station\", { m = \"mean(te", ["temperature"]),
      ("t:with { double = \"te", ["temperature"]), ("t:convert { te", ["temperature", "tensor"]),
      ("t:join(t, { on = \"sta", ["station"]), ("t:join(t, { how = \"le", ["left"]),
      ("t:join(t, { h", ["how", "help"]), ("plot.line(t, \"te", ["temp (C)", "temperature"]),
      ("plot.line(t, \"station\", { \"te", ["temp (C)", "temperature"]),
      ("p:filter \"te", ["temperature"]), ("t:head(2):filt", ["filter"]),
      ("t:head(2):filter \"te", ["temperature"]),
      ("t.station:uni", ["unique"]), ("data.cs", ["csv"]), ("data.csv { enc", ["encoding"]),
      ("plot.line(t, tem", ["\"temp (C)\"", "\"temperature\""]), ("t:select { 温", ["\"温度\""]),
      ("data.csv { \"x\", header = t", nil), ("data.table { te", nil),
    ] as [(String, [String]?)])
  func theTableAtHandIsKnown(_ source: String, _ wanted: [String]?) {
    if let wanted { #expect(names(source).filter { $0 != "`temp (C)`" }.sorted() == wanted.sorted()) }
    if source.hasSuffix("header = t") { #expect(names(source).first == "true") }
  }

  @Test func anOddNameComesInBackQuotes() {
    #expect(names("t:filter \"`te").contains("temp (C)"))
    #expect(names("t:filter \"").contains("`temp (C)`"))
  }

  @Test func aFunctionIsOfferedTheFilesThatItLoads() throws {
    let folder = NSTemporaryDirectory() + "completion-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["line3.csv", "line3.db", "页.csv"] {
      try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let here = { (names: [String]) in names.map { String($0.dropFirst(folder.count + 1)) } }
    #expect(here(names("data.csv \"\(folder)/")) == ["inner/", "line3.csv", "页.csv"])
    #expect(here(names("data.sqlite(\"\(folder)/l")) == ["line3.db"])
    #expect(here(names("x = \"\(folder)/line3.")) == ["line3.csv", "line3.db"])
    #expect(session.complete("data.csv '\(folder)/页").items.map(\.ending) == ["'"])
  }

  /// A table of ten million rows and a thousand columns; the columns share their values, so that it fits.
  @Test func completionIsQuickBesideALargeTable() throws {
    let column = Column("c", .float64(Buffer((0..<10_000_000).map(Double.init))))
    let table = try Table((0..<1000).map { column.renamed("column_\($0)") })
    session.interpreter.setGlobal("big", table)
    #expect(session.evaluate("#big, #big.columns").text(on: session.surface) == "10000000\t1000")
    let sources = [
      "big.", "big.column_9", "big[\"", "big:filter \"column_1", "big:", "plot.line(big, \"c", "p:filter \"",
      "bi",
      "big:filter(\"column_1 > 2\"):sort \"", "data.csv { ", "t:join(big, { on = \"",
    ]
    var times: [Duration] = []
    let clock = ContinuousClock()
    for _ in 0..<20 {
      for source in sources {
        let start = clock.now
        let found = session.complete(source).items.count
        _ = session.hint(source, cursor: source.utf8.count)
        times.append(clock.now - start)
        #expect(found > 0, "\(source)")
      }
    }
    times.sort()
    #expect(times[times.count * 99 / 100] < .milliseconds(20))
  }
}
