public import CLua
public import Report

/// A final Swift class whose instances Lua holds. The conformance stands in Toolbox, by extension.
///
///     extension Table: LuaClass { public static var luaName: String { "table" } }
public protocol LuaClass: AnyObject, LuaConvertible {
  /// The word for such an object in help and messages.
  static var luaName: String { get }
  /// The same in both languages; `luaName` unless given.
  static var luaTitle: Text { get }
  /// Bytes held outside Lua, so that the collector feels them.
  var luaExternalBytes: Int { get }
  /// What `object.key = value` and `object[key] = value` are told; `key` as it was typed: `.rate`, `[2]`.
  static func luaAssignment(to key: String) -> Fault
}

extension LuaClass {
  public static var luaTitle: Text { Text(luaName) }
  public var luaExternalBytes: Int { 0 }
  public static func luaAssignment(to key: String) -> Fault {
    Fault(.usage, en: "\(luaName)\(key) cannot be set", zh: "不能给 \(luaName)\(key) 赋值")
  }
  public static var luaKind: LuaKind { LuaKind(luaTitle, shape: .object) }

  @inlinable static var luaTag: UnsafeRawPointer {
    unsafeBitCast(Self.self as AnyObject.Type, to: UnsafeRawPointer.self)
  }

  @inlinable public static func read(_ state: LuaState, _ index: Int32) throws -> Self? { held(state, index) }

  /// The object at a stack index.
  @inlinable static func held(_ state: LuaState, _ index: Int32) -> Self? {
    guard let object = bridge_to_object(state, index), object.pointee.type == luaTag,
      let ref = object.pointee.ref
    else { return nil }
    return Unmanaged<Self>.fromOpaque(ref).takeUnretainedValue()
  }

  @inlinable public func push(_ state: LuaState) -> Int32 {
    let bytes = luaExternalBytes
    if bytes > 0 { bridge_press(state, bytes) }
    bridge_push_object(state, Self.luaTag, Unmanaged.passRetained(self).toOpaque())
    return 1
  }
}
