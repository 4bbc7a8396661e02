internal import Exchange
internal import Plotting
internal import Report

extension Notebook {
  /// The notebook as one HTML file with everything in it, to read without a network and to print.
  ///
  /// - Parameter name: what it is called where it has no heading.
  public func page(named name: String) -> String {
    var page = HTMLPage(title: Text(title ?? name), style: Notebook.style)
    var isTitle = title != nil
    for (cell, standing) in zip(cells, standings) {
      switch cell.kind {
      case .markdown:
        // The heading of the notebook is that of the page.
        page.add(fragment: Markdown.html(isTitle ? cell.source.withoutHeading : cell.source))
        isTitle = false
      case .raw: page.add(fragment: "<pre>\(cell.source.escapedLines)</pre>")
      case .code: page.add(fragment: Notebook.fragment(cell, standing ?? .current))
      }
    }
    return page.html
  }

  private static func fragment(_ cell: Cell, _ standing: Standing) -> String {
    let count = cell.executionCount.map { "\($0)" } ?? " "
    var html = "<section class=\"cell\"><div class=\"in\"><span class=\"count\">[\(count)]</span>"
    html += "<pre class=\"code\">\(LuaColours.html(cell.source))</pre></div>"
    switch standing {
    case .current: break
    case .stale: html += mark(Text(en: "stale: the text changed since this was shown", zh: "已过期：输出之后代码有改动"))
    case .neverRun: html += mark(Text(en: "never run", zh: "尚未运行"))
    }
    for output in cell.outputs { html += "<div class=\"out\">\(fragment(output))</div>" }
    return html + "</section>"
  }

  private static func mark(_ text: Text) -> String {
    "<p class=\"mark\">\(text.description.escapedLines)</p>"
  }

  private static func fragment(_ output: JSON) -> String {
    if let lines = output["traceback"]?.strings {
      return "<pre class=\"fault\">\(lines.joined(separator: "\n").escapedLines)</pre>"
    }
    if let data = output["data"] {
      for type in ["image/svg+xml", "text/html"] {
        if let text = data[type]?.multiline, isSelfContained(text) { return text }
      }
      for type in ["image/png", "image/jpeg"] {
        if let text = data[type]?.multiline {
          let bytes = text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "+/=".contains($0)) }
          return "<img alt=\"\" src=\"data:\(type);base64,\(bytes)\">"
        }
      }
      if let text = data["text/markdown"]?.multiline { return Markdown.html(text) }
    }
    return "<pre>\(words(output).escapedLines)</pre>"
  }

  /// Nothing that runs, and nothing that is fetched.
  private static func isSelfContained(_ html: String) -> Bool {
    let text = html.lowercased()
    return ![
      "<script", "<iframe", "<link", "<object", "<embed", "<form", "@import", "src=\"http", "src='http",
      "javascript:", " onload", " onclick", " onerror", " onmouse",
    ]
    .contains { text.contains($0) }
  }

  private static let style = """
    .cell { margin: 18px 0; }
    .in { display: flex; align-items: baseline; }
    .in pre { flex: 1; margin: 0; }
    .count { min-width: 34px; color: #9ca3af; font: 12px ui-monospace, monospace; }
    .out { margin: 8px 0 0 34px; overflow-x: auto; }
    .out pre { margin: 0; background: none; padding: 4px 0; }
    .out svg { max-width: 100%; height: auto; }
    .fault { color: #b91c1c; }
    .mark { margin: 4px 0 0 34px; color: #b45309; font-size: 13px; }
    .code .k { color: #7c3aed; } .code .s { color: #047857; } .code .m { color: #b45309; }
    .code .c { color: #6b7280; }
    """
}

extension String {
  /// A text cell without the line of its first heading.
  fileprivate var withoutHeading: String {
    guard hasPrefix("# ") else { return self }
    return String(drop { $0 != "\n" }.drop { $0 == "\n" })
  }
}
