public import LuaBridge
public import PlantData
public import Report

extension Table: LuaClass {
  public static var luaName: String { "table" }
  public static var luaTitle: Text { Text(en: "table", zh: "数据表") }
  public var luaExternalBytes: Int { rowCount * columns.count * 8 }
}
