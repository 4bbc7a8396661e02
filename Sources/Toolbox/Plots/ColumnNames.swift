internal import LuaBridge
internal import Report

/// One column's name, or a list of them.
struct ColumnNames: LuaReadable {
  var names: [String]

  static var luaKind: LuaKind {
    LuaKind(
      Text(en: "column name or a list of them", zh: "列名或列名的列表"), plural: "column names", shape: .list)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> ColumnNames? {
    if let name = String.read(state, index) { return ColumnNames(names: [name]) }
    return try [String].read(state, index).map { ColumnNames(names: $0) }
  }
}
