internal import CLua
public import Report

/// One of several Swift classes that share a protocol: "a layer", whatever its class.
///
///     struct AnyLayer: LuaFamily {
///       static var luaTitle: Text { Text(en: "layer", zh: "层") }
///       let layer: any Layer
///       init?(_ object: AnyObject) { ... object as? any Layer ... }
///       var object: AnyObject { layer }
///     }
public protocol LuaFamily: LuaConvertible {
  static var luaTitle: Text { get }
  init?(_ object: AnyObject)
  var object: AnyObject { get }
}

extension LuaFamily {
  public static var luaKind: LuaKind { LuaKind(luaTitle, shape: .object) }

  public static func read(_ state: LuaState, _ index: Int32) throws -> Self? {
    try LuaObject.read(state, index).flatMap { Self($0.object) }
  }

  public func push(_ state: LuaState) -> Int32 { LuaObject(object).push(state) }
}
