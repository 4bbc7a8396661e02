public import CLua

extension String: LuaConvertible {
  public static var luaKind: LuaKind { .string }

  /// Bytes that are no UTF-8 become U+FFFD.
  @inlinable public static func read(_ state: LuaState, _ index: Int32) -> String? {
    guard lua_type(state, index) == LUA_TSTRING else { return nil }
    var count = 0
    guard let bytes = lua_tolstring(state, index, &count) else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  @inlinable public func push(_ state: LuaState) -> Int32 {
    var copy = self
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { _ = lua_pushlstring(state, $0.baseAddress, $0.count) }
    }
    return 1
  }
}
