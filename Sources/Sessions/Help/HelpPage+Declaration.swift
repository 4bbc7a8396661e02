internal import LuaBridge
internal import Report

extension HelpPage {
  /// One declaration in short: how it is called, what it does, an example.
  convenience init(brief declaration: Declaration) {
    var parts: [Part] = [.signature(declaration.signature), .paragraph(declaration.summary)]
    let example = HelpPage.shortExample(declaration)
    if !example.isEmpty { parts.append(.code(example)) }
    parts.append(
      .names(Text(en: "more", zh: "更多"), ["??" + declaration.fullName.replacing(" ", with: "")]))
    self.init(parts)
  }

  /// One declaration in full: each parameter with its unit, range and default, what it returns, an example, and what
  /// stands near it.
  convenience init(full declaration: Declaration, seeAlso: [String]) {
    var parts: [Part] = [.signature(declaration.signature), .paragraph(declaration.summary)]
    let shown = declaration.parameters.filter { $0.place != .hidden }
    if !shown.isEmpty { parts.append(.rows(shown.map(HelpPage.row))) }
    if !declaration.returns.en.isEmpty {
      parts.append(.heading(Text(en: "returns ", zh: "返回") + declaration.returns))
    }
    if !declaration.example.isEmpty {
      parts += [.heading(Text(en: "example", zh: "示例")), .code(declaration.example)]
    }
    if !seeAlso.isEmpty { parts.append(.names(Text(en: "see also", zh: "另见"), seeAlso)) }
    self.init(parts)
  }

  /// A class: what it is, and one line for each of its members.
  convenience init(type: Declaration, members: [Declaration]) {
    self.init([.signature(type.name), .paragraph(type.summary), .rows(members.map(HelpPage.entry))])
  }

  /// A declaration in a list: its name and what it does.
  static func entry(_ declaration: Declaration) -> [Text] {
    [Text(declaration.fullName), declaration.summary]
  }

  private static func shortExample(_ declaration: Declaration) -> String {
    let lines = declaration.example.split(separator: "\n")
    return lines.count > 3 ? lines.prefix(3).joined(separator: "\n") + " …" : declaration.example
  }

  private static func row(_ parameter: ParameterInfo) -> [Text] {
    var about = parameter.help
    if let unit = parameter.unit { about = about + Text(en: " (\(unit))", zh: "（\(unit)）") }
    var limits: [Text] = []
    if let range = parameter.range { limits.append(Text(range)) }
    if let fallback = parameter.fallback { limits.append(Text(en: "default ", zh: "默认 ") + Text(fallback)) }
    if parameter.isRequired { limits.append(Text(en: "required", zh: "必需")) }
    if !limits.isEmpty {
      let list = Text(
        en: limits.map(\.en).joined(separator: ", "), zh: limits.map(\.zh).joined(separator: "，"))
      about = about + Text(en: " [", zh: " [") + list + Text("]")
    }
    return [Text(parameter.name), parameter.kind.name, about]
  }
}
