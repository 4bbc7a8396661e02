internal import LuaBridge
internal import Report
internal import Sessions

/// `help()`, `help "data.csv"`, `help(t)`, `help "missing values"`.
var help: Function {
  Function(
    "help", Text(en: "explains a name, a value, or finds words", zh: "解释名称或值，或按词搜索"), .interpreter,
    .positional(
      "about", LuaValue.self, Text(en: "a name, an object, a function, or words", zh: "名称、对象、函数或词语"),
      default: .nil),
    .option(
      "brief", Bool.self, Text(en: "in short, without the parameters", zh: "只给出简要说明，不列参数"), default: false),
    returns: Text(en: "a page that shows itself", zh: "可直接显示的帮助页"), example: #"help "help""#
  ) { lua, about, brief in
    let session = try lua.session()
    switch about {
    case .nil: return session.overview
    case .string(let words):
      if let page = session.page(words, brief: brief) ?? session.search(words) { return page }
      throw nothing(about: words, in: session)
    case .object(let object):
      if let type = (object.object as? any LuaClass).map({ type(of: $0).luaName }),
        let page = session.page(type)
      {
        return page
      }
    case .function(let function):
      if let declaration = lua.declaration(of: function),
        let page = session.page(declaration.fullName, brief: brief)
      {
        return page
      }
      throw Fault(
        .name, en: "a function written in Lua is explained by its name in quotes: help \"f\"",
        zh: "用 Lua 写的函数请用带引号的名称查看：help \"f\"")
    default: break
    }
    throw Fault(
      .type, en: "help: about must be a name in quotes, an object or a function",
      zh: "help：about 应为带引号的名称、对象或函数", try: "help()")
  }
}

private func nothing(about words: String, in session: Session) -> Fault {
  let near = nearest(to: words, among: session.declarations.map(\.fullName))
  let hint =
    near.isEmpty
    ? Text("") : Text(en: " · did you mean \(near[0])?", zh: " · 是不是 \(near[0])？")
  return Fault(
    .name, Text(en: "no help for \"\(words)\"", zh: "没有关于 “\(words)” 的帮助") + hint,
    try: near.isEmpty ? "help()" : "help \"\(near[0])\"")
}
