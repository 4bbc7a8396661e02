internal import CMarkdown
internal import Glibc

/// Text cells as HTML.
enum Markdown {
  static func html(_ text: String) -> String {
    var text = text
    let rendered = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { markdown_html($0.baseAddress, $0.count) }
    }
    guard let rendered else { return "" }
    defer { free(rendered) }
    return String(cString: rendered)
  }
}
