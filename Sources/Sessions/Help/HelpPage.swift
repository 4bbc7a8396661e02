public import LuaBridge
public import Report

/// A page of help, set in the language in force and to the width of the surface when it is shown.
public final class HelpPage: LuaClass, Displayable, CustomStringConvertible {
  /// What a page is made of.
  enum Part {
    /// A call, a name: as it is typed, wrapped behind an indent.
    case signature(String)
    case paragraph(Text)
    /// Words with what they mean, in columns; the last column takes what is left of the width.
    case rows([[Text]])
    /// Names one after the other.
    case names(Text, [String])
    /// Lua as it is typed.
    case code(String)
    case heading(Text)
    case gap
  }

  public static let luaName = "help page"
  public static var luaTitle: Text { Text(en: "help page", zh: "帮助页") }
  let parts: [Part]

  init(_ parts: [Part]) { self.parts = parts }

  /// Several pages under each other.
  convenience init(joined pages: [HelpPage]) {
    self.init(Array(pages.map(\.parts).joined(separator: [.gap])))
  }

  public func text(on surface: Surface) -> String {
    let width = max(20, min(surface.columns, 120))
    return parts.flatMap { HelpPage.lines($0, Language.current, width) }.joined(separator: "\n")
  }

  public var description: String { text(on: Surface(columns: 100)) }

  private static func lines(_ part: Part, _ language: Language, _ width: Int) -> [String] {
    switch part {
    case .signature(let call):
      return HelpPage.wrapped(call: call, width - 4).enumerated().map {
        $0.offset == 0 ? $0.element : "    " + $0.element
      }
    case .paragraph(let text): return text.in(language).wrapped(toWidth: width - 2).map { "  " + $0 }
    case .rows(let rows): return set(rows.map { $0.map { $0.in(language) } }, width)
    case .names(let title, let names):
      return (title.in(language) + "  " + names.joined(separator: "  ")).wrapped(toWidth: width - 2)
        .enumerated().map { $0.offset == 0 ? $0.element : "  " + $0.element }
    case .code(let code):
      return code.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    case .heading(let text): return text.in(language).wrapped(toWidth: width)
    case .gap: return [""]
    }
  }

  /// A call broken between its parameters only.
  private static func wrapped(call: String, _ width: Int) -> [String] {
    let kept = call.replacing(" = ", with: "\u{A0}=\u{A0}").replacing("{ ", with: "{\u{A0}")
      .replacing(" }", with: "\u{A0}}")
    return kept.wrapped(toWidth: width).map { $0.replacing("\u{A0}", with: " ") }
  }

  /// Columns that keep to their widths while the last has room, else names with their meaning below them.
  private static func set(_ rows: [[String]], _ width: Int) -> [String] {
    guard let count = rows.first?.count, count > 0 else { return [] }
    let widths = (0..<count - 1).map { k in min(24, rows.map { $0[k].displayWidth }.max() ?? 0) }
    let before = widths.reduce(2) { $0 + $1 + 2 }
    let room = width - before
    guard room >= 24 else {
      return rows.flatMap { row in
        ["  " + row.dropLast().joined(separator: "  ").truncated(toWidth: width - 2)]
          + (row[count - 1].isEmpty ? [] : row[count - 1].wrapped(toWidth: width - 6).map { "      " + $0 })
      }
    }
    return rows.flatMap { row -> [String] in
      var front = "  "
      var isLate = false
      for (k, cell) in row.dropLast().enumerated() {
        if cell.displayWidth > widths[k] { isLate = true }
        front += cell.padded(toWidth: widths[k]) + "  "
      }
      let about = row[count - 1].wrapped(toWidth: room)
      let space = String(repeating: " ", count: before)
      if isLate { return [front.trimmedEnd] + about.map { space + $0 } }
      return about.enumerated().map { ($0.offset == 0 ? front : space) + $0.element }.map(\.trimmedEnd)
    }
  }
}
