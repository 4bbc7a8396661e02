internal import LuaBridge
internal import PlantData
internal import Report

/// The columns that two tables meet on: `"serial"`, `{ "station", "shift" }`, or `{ serial = "SN" }` where the
/// other table calls it otherwise.
struct JoinKeys: LuaReadable {
  var keys: [JoinKey]

  static var luaKind: LuaKind {
    LuaKind(
      Text(en: "name, list of names, or map of names to the other table's", zh: "列名、列名列表，或本表列名到另一表列名的映射"),
      shape: .any)
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> JoinKeys? {
    if let name = String.read(state, index) { return JoinKeys(keys: [JoinKey(name)]) }
    guard let table = try LuaTable.read(state, index) else { return nil }
    let same = try table.list.map { JoinKey(try name($0)) }
    let other = try table.fields.map { JoinKey($0.name, try name($0.value)) }
    return JoinKeys(keys: same + other)
  }

  private static func name(_ value: LuaValue) throws -> String {
    if case .string(let name) = value { return name }
    throw ReadingFault("", Text(en: "names of columns are wanted", zh: "应为列名"))
  }
}
