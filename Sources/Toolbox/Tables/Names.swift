internal import LuaBridge
internal import Report

/// One name or a list of names: `"station"`, `{ "station", "shift" }`.
struct Names: LuaReadable {
  var names: [String]

  static var luaKind: LuaKind {
    LuaKind(Text(en: "name or list of names", zh: "名称或名称列表"), shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> Names? {
    if let name = String.read(state, index) { return Names(names: [name]) }
    return try [String].read(state, index).map { Names(names: $0) }
  }
}
