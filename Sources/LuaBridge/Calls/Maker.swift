internal import Report

extension CallingConvention {
  /// " · data.table makes one", for a Lua table given where an object of a class is wanted: the function that the
  /// class's own example starts with.
  func maker(of kind: LuaKind, _ lua: Interpreter) -> Text {
    guard kind.shape == .object,
      let type = lua.declarations.first(where: { $0.kind == .type && $0.name == kind.name.en })
    else { return Text("") }
    let tokens = LuaLexer.tokens(type.given).filter { $0.kind != .comment }
    guard let equals = tokens.firstIndex(where: { $0.text == "=" }) else { return Text("") }
    let chain = tokens[(equals + 1)...].prefix { $0.kind == .name || $0.text == "." }.map(\.text).joined()
    guard lua.declarations.contains(where: { $0.kind == .function && $0.name == chain }) else {
      return Text("")
    }
    return Text(en: " · \(chain) makes one", zh: " · 可用 \(chain) 创建")
  }
}
