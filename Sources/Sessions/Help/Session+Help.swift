public import LuaBridge
internal import Report

extension Session {
  /// What is known of a word, in the language in force: a function, a class, a module, `fit`, `data.csv`.
  /// nil when nothing is declared under it.
  public func explain(_ word: String) -> String? { page(word)?.description }

  /// The page of a function, method, class, module, variable or kind of fault; nil for a word that is none.
  ///
  /// - Parameter brief: how it is called, what it does and an example, without the parameters.
  public func page(_ word: String, brief: Bool = false) -> HelpPage? {
    let name = word.trimmingSpaces
    if let variable = valuePage(name, brief: brief) { return variable }
    let exact = declarations.filter { $0.kind != .module && ($0.name == name || $0.fullName == name) }
    if let first = exact.first {
      if first.kind == .type { return typePage(first) }
      return HelpPage(joined: exact.map { functionPage($0, brief: brief) })
    }
    if let module = declarations.first(where: { $0.kind == .module && $0.name == name }) {
      return HelpPage([
        .signature(module.name), .paragraph(module.summary), .rows(membersOf(module).map(HelpPage.entry)),
      ])
    }
    return member(name, brief: brief) ?? faultPage(name)
  }

  /// The page of a class by the word that Lua has for it.
  public func typePage(_ type: Declaration) -> HelpPage {
    HelpPage(type: type, members: declarations.filter { $0.owner == type.name })
  }

  func functionPage(_ declaration: Declaration, brief: Bool) -> HelpPage {
    if brief { return HelpPage(brief: declaration) }
    let family =
      declaration.owner.map { owner in declarations.filter { $0.owner == owner } }
      ?? family(of: declaration.name).map(membersOf) ?? []
    return HelpPage(full: declaration, seeAlso: SeeAlso(declaration, family: family).names)
  }

  /// `t:filter` and `net.fit`, where `t` is a variable of the session.
  private func member(_ name: String, brief: Bool) -> HelpPage? {
    let parts = name.split { $0 == "." || $0 == ":" }.map(String.init)
    guard let last = parts.last, case .object(let type, _) = interpreter.target(of: parts.dropLast()) else {
      return nil
    }
    return declarations.first { $0.owner == type && $0.name == last }.map { functionPage($0, brief: brief) }
  }

  /// The module that a function was declared in.
  private func family(of function: String) -> Declaration? {
    guard let place = declarations.firstIndex(where: { $0.owner == nil && $0.name == function }) else {
      return nil
    }
    return declarations[..<place].last { $0.kind == .module }
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
    let families = modules.flatMap { module -> [HelpPage.Part] in
      [
        .heading(Text(module.name + "  ") + module.summary),
        .names(Text(" "), membersOf(module).filter { $0.kind != .type }.map(\.name)),
      ]
    }
    return HelpPage(
      families + [
        .heading(
          Text(
            en: "?data.csv explains in short, ??data.csv in full; help \"words\" searches",
            zh: "?data.csv 简要说明，??data.csv 详细说明；help \"词语\" 可搜索"))
      ])
  }

  /// Everything whose name or help, in either language, has all the words or words of the same meaning.
  public func search(_ words: String) -> HelpPage? {
    let found = HelpSearch(words).found(in: declarations)
    guard !found.isEmpty else { return nil }
    var parts: [HelpPage.Part] = [.rows(found.prefix(30).map(HelpPage.entry))]
    if found.count > 30 {
      parts.append(
        .paragraph(
          Text(en: "… \(found.count - 30) more: add a word", zh: "……另有 \(found.count - 30) 项：请再加一个词")))
    }
    return HelpPage(parts)
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
