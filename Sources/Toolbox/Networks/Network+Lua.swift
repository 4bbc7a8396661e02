public import LuaBridge
public import Neural
public import Report

extension Network: LuaClass {
  public static var luaName: String { "network" }
  public static var luaTitle: Text { Text(en: "network", zh: "网络") }
  public var luaExternalBytes: Int { 4 * parameterCount }
}

extension History: LuaClass {
  public static var luaName: String { "history" }
  public static var luaTitle: Text { Text(en: "history", zh: "训练记录") }
}
