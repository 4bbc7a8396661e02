public import LuaBridge
public import Report

/// A page of help, shown in the language in force.
public final class HelpPage: LuaClass, Displayable, CustomStringConvertible {
  public static let luaName = "help page"
  public static var luaTitle: Text { Text(en: "help page", zh: "帮助页") }
  let words: Text

  init(_ words: Text) { self.words = words }

  public func text(on surface: Surface) -> String { words.description }

  public var description: String { words.description }
}

extension HelpPage {
  /// One declaration: how it is called, what it does, each parameter, an example.
  convenience init(_ declaration: Declaration) {
    self.init(Text(en: HelpPage.page(declaration, .en), zh: HelpPage.page(declaration, .zh)))
  }

  private static func page(_ declaration: Declaration, _ language: Language) -> String {
    var lines = [declaration.signature, "  " + declaration.summary.in(language)]
    let rows = declaration.parameters.filter { $0.place != .hidden }.map { row($0, language) }
    let widths = (0..<2).map { k in rows.map { $0[k].displayWidth }.max() ?? 0 }
    lines += rows.map { row in
      "  " + row[0].padded(toWidth: widths[0]) + "  " + row[1].padded(toWidth: widths[1]) + "  " + row[2]
    }
    let returns = declaration.returns.in(language)
    if !returns.isEmpty { lines.append((language == .en ? "returns " : "返回") + returns) }
    if !declaration.example.isEmpty {
      let example = declaration.example.split(separator: "\n", omittingEmptySubsequences: false)
      lines.append(language == .en ? "example" : "示例")
      lines += example.map { "  " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ parameter: ParameterInfo, _ language: Language) -> [String] {
    let chinese = language == .zh
    var about = parameter.help.in(language)
    if let unit = parameter.unit { about += chinese ? "（\(unit)）" : " (\(unit))" }
    var limits: [String] = []
    if let range = parameter.range { limits.append(range) }
    if let fallback = parameter.fallback { limits.append((chinese ? "默认 " : "default ") + fallback) }
    if parameter.isRequired { limits.append(chinese ? "必需" : "required") }
    if !limits.isEmpty { about += " [" + limits.joined(separator: ", ") + "]" }
    return [parameter.name, parameter.kind.name.in(language), about]
  }

  /// A class: what it is, and one line for each of its members.
  convenience init(type: Declaration, members: [Declaration]) {
    let words = { (language: Language) in
      ([type.name, "  " + type.summary.in(language)] + HelpPage.list(members, language)).joined(
        separator: "\n")
    }
    self.init(Text(en: words(.en), zh: words(.zh)))
  }

  /// Declarations, one a line.
  static func list(_ declarations: [Declaration], _ language: Language) -> [String] {
    let width = min(32, declarations.map { $0.fullName.displayWidth }.max() ?? 0)
    return declarations.map { "  " + $0.fullName.padded(toWidth: width) + "  " + $0.summary.in(language) }
  }
}
