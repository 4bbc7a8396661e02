internal import LuaBridge
internal import Report

extension Session {
  /// What a variable is and what can be done with it: an object of a class, a function, a list, a text, a number.
  func valuePage(_ name: String, brief: Bool) -> HelpPage? {
    let path = name.split(separator: ".").map(String.init)
    guard !path.isEmpty else { return nil }
    if let count = interpreter.listCount(of: path) { return listPage(name, path, count) }
    guard let value = interpreter.value(of: path) else { return nil }
    switch value {
    case .object(let object):
      guard let type = (object.object as? any LuaClass).map({ Swift.type(of: $0).luaName }),
        let declared = declarations.first(where: { $0.kind == .type && $0.name == type })
      else { return nil }
      let members = declarations.filter { $0.owner == type }
      let first = (object.object as? any Displayable)?.text(
        on: Surface(columns: surface.columns, plain: true)
      )
      .split(separator: "\n").first.map(String.init)
      let article = type.first.map { "aeiou".contains($0) } == true ? "an" : "a"
      let what = Text(en: "\(name) is \(article) \(type)", zh: "\(name) 是\(declared.summary.zh)")
      let colon = Text(en: ": ", zh: "：")
      let head: [HelpPage.Part] = [.heading(what + (first.map { colon + Text($0) } ?? Text("")))]
      if brief {
        let names = members.filter { ($0.kind == .method || $0.kind == .property) && $0.name != "…" }.map {
          ($0.kind == .method ? ":" : ".") + $0.name
        }
        return HelpPage(
          head + [
            .names(Text(en: "it has", zh: "可用"), names), .names(Text(en: "more", zh: "更多"), ["??" + name]),
          ])
      }
      return HelpPage(head + [.paragraph(declared.summary), .rows(members.map(HelpPage.entry))])
    case .function(let function):
      if let declaration = interpreter.declaration(of: function) {
        return declaration.summary.en.isEmpty ? nil : functionPage(declaration, brief: brief)
      }
      return functionPage(name, function, brief: brief)
    case .string(let text):
      let count = text.unicodeScalars.count
      return plainPage(
        Text(en: "\(name) is a text of \(count) characters", zh: "\(name) 是文本，共 \(count) 个字符"),
        ["#\(name)", "\(name):upper()", "\(name):find(\"…\")", "\(name) .. \"…\"", "tonumber(\(name))"])
    case .int(let number):
      return plainPage(Text(en: "\(name) is a whole number: \(number)", zh: "\(name) 是整数：\(number)"), [])
    case .number(let number):
      return plainPage(
        Text(en: "\(name) is a number: \(number.significant(7))", zh: "\(name) 是数：\(number.significant(7))"),
        ["math.floor(\(name))", "string.format(\"%.2f\", \(name))"])
    case .bool(let flag): return plainPage(Text(en: "\(name) is \(flag)", zh: "\(name) 是 \(flag)"), [])
    default: return nil
    }
  }

  private func plainPage(_ what: Text, _ uses: [String]) -> HelpPage {
    HelpPage([.heading(what)] + (uses.isEmpty ? [] : [.names(Text(en: "for example", zh: "例如"), uses)]))
  }

  /// A table written in Lua; a module's is explained by its declaration.
  private func listPage(_ name: String, _ path: [String], _ count: Int) -> HelpPage? {
    guard !declarations.contains(where: { $0.kind == .module && $0.name == name }),
      case .table(let fields)? = interpreter.target(of: path)
    else { return nil }
    let what = Text(
      en: "\(name) is a Lua table: \(count) value\(count == 1 ? "" : "s") in its list, \(fields.count) named",
      zh: "\(name) 是 Lua 表：列表中 \(count) 个值，\(fields.count) 个命名字段")
    let uses =
      (count > 0 ? ["#\(name)", "\(name)[1]"] : []) + (fields.first.map { ["\(name).\($0.name)"] } ?? [])
      + ["table.insert(\(name), …)", "for k, v in pairs(\(name)) do … end"]
    return plainPage(what, uses)
  }

  /// A function written in Lua: how it is called, the comment above it, in full its text.
  private func functionPage(_ name: String, _ function: LuaCallback, brief: Bool) -> HelpPage {
    let lua = Text(en: "a function written in Lua", zh: "用 Lua 写的函数")
    guard let source = function.source else { return HelpPage([.signature(name), .paragraph(lua)]) }
    let parameters = source.drop { $0 != "(" }.prefix { $0 != ")" }
    var parts: [HelpPage.Part] = [.signature("\(name)\(parameters))"), .paragraph(lua)]
    if let comment = function.comment { parts.append(.paragraph(Text(comment))) }
    if brief {
      parts.append(.names(Text(en: "more", zh: "更多"), ["??" + name]))
    } else {
      parts += [.heading(Text(en: "source", zh: "源代码")), .code(source)]
    }
    return HelpPage(parts)
  }
}
