internal import CLua
internal import Report

/// Any Swift object that Lua holds, when its class does not matter to the bridge.
public struct LuaObject: LuaConvertible {
  public let object: AnyObject

  /// - Parameter object: an instance of a class with an `ObjectType` declaration.
  public init(_ object: AnyObject) { self.object = object }

  public static var luaKind: LuaKind { LuaKind(Text(en: "object", zh: "对象"), shape: .object) }

  public static func read(_ state: LuaState, _ index: Int32) throws -> LuaObject? {
    guard let block = bridge_to_object(state, index), let ref = block.pointee.ref else { return nil }
    return LuaObject(Unmanaged<AnyObject>.fromOpaque(ref).takeUnretainedValue())
  }

  public func push(_ state: LuaState) -> Int32 {
    guard let value = object as? any LuaClass else {
      preconditionFailure("\(type(of: object)) is no LuaClass")
    }
    return value.push(state)
  }
}
