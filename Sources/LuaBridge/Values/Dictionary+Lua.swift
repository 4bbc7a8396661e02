internal import CLua

extension Dictionary: LuaReadable where Key == String, Value: LuaReadable {
  public static var luaKind: LuaKind { .map(of: Value.luaKind) }

  public static func read(_ state: LuaState, _ index: Int32) throws -> [String: Value]? {
    guard let fields = try Fields<Value>.read(state, index) else { return nil }
    return Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
  }
}

extension Dictionary: LuaPushable where Key == String, Value: LuaPushable {
  public func push(_ state: LuaState) -> Int32 {
    Fields(map { (name: $0.key, value: $0.value) }).push(state)
  }
}
