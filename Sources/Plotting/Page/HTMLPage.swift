public import Report

/// A report as one file: HTML with everything in it, to read without a network and to print.
///
///     var page = HTMLPage(title: Text("Line 3"))
///     page.add(heading: Text("Result"))
///     page.add(figure: Figure.confusion([[131, 8], [3, 38]], classes: ["OK", "NG"]))
///     page.html      // "<!doctype html>…"
public struct HTMLPage: Sendable {
  public let title: Text
  private let style: String
  private var blocks: [String] = []

  /// - Parameter style: rules of CSS beside the page's own.
  public init(title: Text, style: String = "") {
    self.title = title
    self.style = style
  }

  /// A piece of HTML that is known to be whole and harmless.
  package mutating func add(fragment: String) { blocks.append(fragment) }

  public mutating func add(heading: Text) { blocks.append("<h2>\(heading.description.escaped)</h2>") }

  /// Text; an empty line starts a new paragraph.
  public mutating func add(paragraph: Text) {
    let lines = paragraph.description.split(separator: "\n", omittingEmptySubsequences: false)
    for part in lines.split(whereSeparator: { $0.isEmpty }) {
      blocks.append("<p>\(part.map { String($0).escaped }.joined(separator: "<br>"))</p>")
    }
  }

  /// Figures that a reader should see first, each with what it is: ("accuracy", ".912").
  public mutating func add(keyFigures: [(name: Text, value: String)]) {
    let cards = keyFigures.map {
      "<div class=\"key\"><b>\($0.value.escaped)</b><span>\($0.name.description.escaped)</span></div>"
    }
    blocks.append("<div class=\"keys\">\(cards.joined())</div>")
  }

  /// A table; numbers stand flush right. A header cell may hold a name and, under it, a unit.
  public mutating func add(table: Grid, caption: Text = Text("")) {
    func cells(_ row: [String], _ tag: String) -> String {
      row.enumerated().map { i, cell in
        let numeric = i < table.numeric.count && table.numeric[i] ? " class=\"n\"" : ""
        return "<\(tag)\(numeric)>\(cell.escaped)</\(tag)>"
      }.joined()
    }
    let name = caption.description.isEmpty ? "" : "<caption>\(caption.description.escaped)</caption>"
    let head = table.header.map { "<tr>\(cells($0, "th"))</tr>" }.joined()
    let body = table.rows.map { "<tr>\(cells($0, "td"))</tr>" }.joined(separator: "\n")
    blocks.append("<table>\(name)<thead>\(head)</thead><tbody>\(body)</tbody></table>")
  }

  public mutating func add(figure: Figure) { blocks.append("<figure>\(figure.drawnSVG())</figure>") }

  /// Text whose lines and spaces matter: a printed network, a pipeline.
  public mutating func add(listing: String) { blocks.append("<pre>\(listing.escapedLines)</pre>") }

  /// Whatever shows itself: as HTML or SVG where it can, as text otherwise.
  public mutating func add(value: any Displayable) {
    if let fragment = value.html ?? value.svg {
      blocks.append("<figure>\(fragment)</figure>")
    } else {
      add(listing: value.text(on: Surface(columns: 110, rows: 60)))
    }
  }

  /// The whole document.
  public var html: String {
    """
    <!doctype html>
    <html lang="\(Language.current == .zh ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.description.escaped)</title>
    <style>
    \(HTMLPage.style)\(style.isEmpty ? "" : "\n" + style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(title.description.escaped)</h1>
    \(blocks.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }
}

extension String {
  /// Written out for HTML with its line breaks kept.
  package var escapedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).escaped }.joined(
      separator: "\n")
  }
}
