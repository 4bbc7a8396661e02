internal import LuaBridge
internal import Plotting
internal import Report

/// A report that grows line by line: one self-contained HTML file.
final class ReportPage: LuaClass, Displayable {
  private(set) var page: HTMLPage
  private(set) var parts = 0
  private var keys: [(name: Text, value: String)] = []

  init(_ title: String) { page = HTMLPage(title: Text(title)) }

  static var luaName: String { "report" }
  static var luaTitle: Text { Text(en: "report", zh: "报告") }

  func add(_ change: (inout HTMLPage) throws -> Void) rethrows -> ReportPage {
    flushKeys()
    try change(&page)
    parts += 1
    return self
  }

  /// Key figures that follow each other stand side by side.
  func add(key name: String, _ value: String) -> ReportPage {
    keys.append((Text(name), value))
    parts += 1
    return self
  }

  private func flushKeys() {
    if !keys.isEmpty { page.add(keyFigures: keys) }
    keys = []
  }

  func save(_ path: String) throws {
    guard path.lowercased().hasSuffix(".html") else {
      throw Fault(.usage, en: "a report is saved as .html", zh: "报告只能保存为 .html", at: Place(file: path))
    }
    flushKeys()
    try writeText(page.html, to: path)
  }

  func text(on surface: Surface) -> String {
    let name = page.title.description
    return Text(
      en: "report \"\(name)\", \(parts) part\(parts == 1 ? "" : "s"); :save \"report.html\" writes it",
      zh: "报告“\(name)”，共 \(parts) 部分；:save \"report.html\" 保存"
    ).description
  }
}

/// Anything that shows itself.
struct ShownObject: LuaFamily {
  let shown: any Displayable
  let object: AnyObject

  static var luaTitle: Text { Text(en: "value that shows itself", zh: "可显示的值") }

  init?(_ object: AnyObject) {
    guard let shown = object as? any Displayable else { return nil }
    self.shown = shown
    self.object = object
  }
}
