internal import CLua
internal import Report

/// The value at an index as a message quotes it: `"ten" (string)`, `2.5`, `nil`, `a table`.
func seen(_ state: LuaState, _ index: Int32) -> Text {
  switch lua_type(state, index) {
  case LUA_TNIL, LUA_TNONE: return Text("nil")
  case LUA_TBOOLEAN: return Text(lua_toboolean(state, index) != 0 ? "true" : "false")
  case LUA_TNUMBER:
    return Text(Int.read(state, index).map { "\($0)" } ?? shown(lua_tonumberx(state, index, nil)))
  case LUA_TSTRING:
    let quoted = "\"" + (text(state, at: index) ?? "").truncated(toWidth: 40) + "\""
    return Text(en: quoted, zh: quoted)
  case LUA_TTABLE: return Text(en: "a Lua table", zh: "Lua 表")
  case LUA_TFUNCTION: return Text(en: "a function", zh: "函数")
  default:
    guard let block = bridge_to_object(state, index) else { return Text(en: "a foreign object", zh: "外部对象") }
    guard let ref = block.pointee.ref else { return Text(en: "a closed object", zh: "已关闭的对象") }
    let object = Unmanaged<AnyObject>.fromOpaque(ref).takeUnretainedValue()
    guard let value = object as? any LuaClass else { return Text(en: "an object", zh: "对象") }
    return type(of: value).luaKind.described
  }
}

/// "must be an integer, got "ten"".
func mismatch(wanted kind: LuaKind, _ state: LuaState, _ index: Int32) -> Text {
  let got = seen(state, index), want = kind.described
  let near =
    kind.choices.isEmpty
    ? Text("") : text(state, at: index).map { hint($0, among: kind.choices, quote: "\"") }
  return Text(en: "must be \(want.en), got \(got.en)", zh: "应为\(want.zh)，收到的是 \(got.zh)") + (near ?? Text(""))
}

func keyMismatch(_ state: LuaState, _ index: Int32) -> Text {
  let key = seen(state, index)
  return Text(
    en: "a table with the key \(key.en); keys must be names or 1, 2, 3 …",
    zh: "表中有键 \(key.zh)；键应为名称或 1、2、3……")
}

let tooDeep = Text(
  en: "a table nested too deeply; does it contain itself?", zh: "表嵌套太深；它是否包含了自己？")

/// " · did you mean 'epochs'?", or nothing.
func hint(_ typed: String, among words: some Sequence<String>, quote: String = "'") -> Text {
  let near = nearest(to: typed, among: words).filter { $0 != typed }
  guard !near.isEmpty else { return Text("") }
  let list = near.map { quote + $0 + quote }
  return Text(
    en: " · did you mean \(list.joined(separator: " or "))?", zh: " · 是不是 \(list.joined(separator: " 或 "))？")
}
