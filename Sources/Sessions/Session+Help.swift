public import LuaBridge
internal import Report

extension Session {
  /// What is known of a word, in the language in force: a function, a class, a module, `fit`, `data.csv`.
  /// nil when nothing is declared under it.
  public func explain(_ word: String) -> String? { page(word)?.description }

  /// The page of a function, method, class or module; nil for a word that is none.
  public func page(_ word: String) -> HelpPage? {
    let name = word.trimmingSpaces
    let exact = declarations.filter { $0.kind != .module && ($0.name == name || $0.fullName == name) }
    if let first = exact.first {
      if first.kind == .type { return typePage(first) }
      if exact.count == 1 { return HelpPage(first) }
      return HelpPage(joined: exact.map(HelpPage.init(_:)))
    }
    if let last = resolved(name) { return last }
    guard let module = declarations.first(where: { $0.kind == .module && $0.name == name }) else {
      return nil
    }
    return modulePage(module)
  }

  /// The page of a class by the word that Lua has for it.
  public func typePage(_ type: Declaration) -> HelpPage {
    HelpPage(type: type, members: declarations.filter { $0.owner == type.name })
  }

  /// `t:filter` and `net.fit`, where `t` is a variable of the session.
  private func resolved(_ name: String) -> HelpPage? {
    let parts = name.split { $0 == "." || $0 == ":" }.map(String.init)
    guard parts.count >= 1 else { return nil }
    switch interpreter.target(of: parts) {
    case .object(let type, _): return declarations.first { $0.kind == .type && $0.name == type }.map(typePage)
    case .function(let declaration?) where declaration.kind == .function: return HelpPage(declaration)
    default: break
    }
    guard let last = parts.last, case .object(let type, _) = interpreter.target(of: parts.dropLast()) else {
      return nil
    }
    return declarations.first { $0.owner == type && $0.name == last }.map(HelpPage.init(_:))
  }

  private func modulePage(_ module: Declaration) -> HelpPage {
    let members = membersOf(module)
    let words = { (language: Language) in
      ([module.name + "  " + module.summary.in(language)] + HelpPage.list(members, language)).joined(
        separator: "\n")
    }
    return HelpPage(Text(en: words(.en), zh: words(.zh)))
  }

  /// What stands between a module's declaration and the next, without members of classes.
  private func membersOf(_ module: Declaration) -> [Declaration] {
    guard let start = declarations.firstIndex(where: { $0.kind == .module && $0.name == module.name }) else {
      return []
    }
    return declarations[(start + 1)...].prefix { $0.kind != .module }.filter { $0.owner == nil }
  }

  /// All families, each with its names: what `help()` shows.
  public var overview: HelpPage {
    let modules = declarations.filter { $0.kind == .module && $0.name != "error" }
    let words = { (language: Language) in
      var lines: [String] = []
      for module in modules {
        lines.append(module.name + "  " + module.summary.in(language))
        let names = self.membersOf(module).map(\.name)
        lines += Session.wrapped(names, width: self.surface.columns - 2).map { "  " + $0 }
      }
      lines.append(
        language == .en
          ? "help \"data.csv\" explains a name; help \"words\" searches"
          : "help \"data.csv\" 解释一个名称；help \"词语\" 可搜索")
      return lines.joined(separator: "\n")
    }
    return HelpPage(Text(en: words(.en), zh: words(.zh)))
  }

  /// Everything whose name or help, in either language, has all the words.
  public func search(_ words: String) -> HelpPage? {
    let wanted = words.lowercased().split(separator: " ")
    let found = declarations.filter { declaration in
      let text = (declaration.fullName + " " + declaration.summary.en + " " + declaration.summary.zh)
        .lowercased()
      return declaration.kind != .module && wanted.allSatisfy { text.contains(String($0)) }
    }
    guard !found.isEmpty, !wanted.isEmpty else { return nil }
    let lines = { (language: Language) in HelpPage.list(found, language).joined(separator: "\n") }
    return HelpPage(Text(en: lines(.en), zh: lines(.zh)))
  }

  private static func wrapped(_ names: [String], width: Int) -> [String] {
    var lines: [String] = []
    for name in names {
      if let last = lines.last, last.displayWidth + name.displayWidth + 2 <= width {
        lines[lines.count - 1] = last + "  " + name
      } else {
        lines.append(name)
      }
    }
    return lines
  }
}

extension HelpPage {
  /// Several pages under each other.
  convenience init(joined pages: [HelpPage]) {
    self.init(
      Text(
        en: pages.map(\.words.en).joined(separator: "\n\n"),
        zh: pages.map(\.words.zh).joined(separator: "\n\n")))
  }
}

extension String {
  var trimmingSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
