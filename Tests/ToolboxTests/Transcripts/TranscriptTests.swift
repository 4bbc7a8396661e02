import Report
import Sessions
import Testing
import Toolbox

/// What a technician sees, feature by feature, at 80 columns by 24 rows and on a narrow screen, in both languages; compared
/// with the recorded transcripts. An entry that starts with `?` is a question, as at the prompt.
@Suite(.serialized) struct TranscriptTests {
  static let features: [Feature] = [
    .help, .searching, .tables, .tensors, .luaTables, .plots, .faults, .mistakes,
  ]

  @Test(arguments: features, [Language.en, .zh])
  func whatIsShownIsAsRecorded(_ feature: Feature, _ language: Language) throws {
    let before = Language.current
    Language.current = language
    defer { Language.current = before }
    var lines: [String] = []
    try ExampleFolder.inside {
      for columns in [80, 40] {
        lines.append("--- \(columns) columns")
        let session = Session(modules: Toolbox.modules, surface: Surface(columns: columns, rows: 24))
        session.output = { lines.append(String($0.dropLast())) }
        for entry in feature.entries {
          lines.append("> " + entry)
          let outcome = session.evaluate(Feature.question(entry) ?? entry)
          let text = outcome.text(on: session.surface)
          // Help has Lua in it, which is shown as it is typed.
          for line in text.split(separator: "\n") where !entry.hasPrefix("?") {
            #expect(line.displayWidth <= columns, "\(entry): \(line)")
          }
          if !text.isEmpty { lines.append(text) }
          if let fault = outcome.fault { lines.append(fault.description) }
        }
      }
    }
    let text = lines.joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
    try Snapshot.compare(text.map(String.init), with: "\(feature.name).\(language.rawValue).txt")
  }
}

/// Entries that show one side of the shell.
struct Feature: CustomTestStringConvertible, Sendable {
  let name: String
  let entries: [String]

  var testDescription: String { name }

  /// `?x` and `??x` as the calls that the prompt makes of them.
  static func question(_ entry: String) -> String? {
    guard entry.hasPrefix("?") else { return nil }
    let word = String(entry.drop { $0 == "?" })
    return entry.hasPrefix("??") ? "help(\"\(word)\")" : "help(\"\(word)\", { brief = true })"
  }

  private static let table = """
    t = data.table { ["轧机"] = {"R1", "R2", "R1", "F1"}, speed = {11.2, 11.4, 12.9, 10.8}, \
    ["温度"] = {951.25, 948, 955.7, 0/0}, result = {"OK", "OK", "NG", "OK"}, \
    note = {"é is e\\u{301}", "表面划伤", "", "x"} }
    """

  static let help = Feature(
    name: "help",
    entries: [
      "?data.csv", table, "??t:head", "?t", "??plot.box", "-- halves\nfunction half(a) return a / 2 end",
      "?half",
      "??half", "?fault.range", "n = 5", "?n", "list = {1, 2, speed = 3}", "?list", "?nothing_here",
    ])
  static let searching = Feature(
    name: "searching", entries: ["help '读取'", "help 'average'", "help 'control chart'"])
  static let tables = Feature(
    name: "tables",
    entries: [
      table, "t", "t:describe()", "t:group_by('result', { n = 'count()', v = 'mean(speed)' })", "t.speed",
      "data.table { x = {} }",
    ])
  static let tensors = Feature(
    name: "tensors",
    entries: [
      "tensor.zeros { 2, 3 }", "tensor.arange(1, 1000)", "tensor.normal({ 3, 40, 40 }, { seed = 1 })",
    ])
  static let luaTables = Feature(
    name: "lua-tables",
    entries: [
      "{1, 2, {3, 4}, name = 'R1', ['温度'] = 950}", "c = {} c.self = c return c",
      "(function() local l = {} for i = 1, 1000 do l[i] = i end return l end)()",
      "{ limits = { speed = {2, 20}, temperature = {1400, 2100} }, stations = {'R1', 'R2', 'F1', 'F2'}, zone = '+08:00', ['钢种'] = 'Q235' }",
      "print", "data.csv", "function(a, b) return a + b end", "nil", "1 / 3", "10 // 3", "'温度'",
    ])
  static let plots = Feature(
    name: "plots",
    entries: [
      table, "plot.histogram(t, 'speed')", "plot.line(t, 'speed', '温度')",
      "plot.box(t, 'speed', { by = 'result' })",
      "plot.heatmap({ {1, 2}, {3, 4} }, { rows = {'轧机一', '轧机二'}, columns = {'速度', '温度'} })",
      "plot.confusion(t, 'result', 'result')", "plot.control_chart(t, 'speed')",
    ])
  static let faults = Feature(
    name: "faults",
    entries: [
      table, "t:filter 'sped > 11'", "t:sort('speed', { desc = true })", "plot.histogram(t)",
      "plot.line({ 1, 2, 3 })",
      "plot.line(t, 'note', 'speed')",
      "f = plot.box(t, 'speed') f:save 'a.pdf'", "data.csv 'line_3.csv'", "print('温度'", "x = '轧机 + 1",
      "function a() error('stop') end function b() a() end function c() b() end c()", "traceback()",
    ])
  static let mistakes = Feature(
    name: "mistakes",
    entries: [
      "n = 5", "list = {1, 2}", "n += 1", "if n != 5 then print(n) end", "print n", "len(list)", "list[0]",
      "ok = True",
      "for i in range(10): print(i)", "untis = 1 print(unti)", "np.zeros(3)", "y = [1, 2]", "print（n）",
    ])
}
