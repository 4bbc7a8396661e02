internal import CLua

/// A word out of a few: an enumeration whose cases are strings.
///
///     extension Join.How: LuaChoice {}      // "inner", "left", "anti"
public protocol LuaChoice: LuaConvertible, RawRepresentable, CaseIterable where RawValue == String {}

extension LuaChoice {
  public static var luaKind: LuaKind { .choice(allCases.map(\.rawValue)) }

  public static func read(_ state: LuaState, _ index: Int32) throws -> Self? {
    text(state, at: index).flatMap(Self.init(rawValue:))
  }

  public func push(_ state: LuaState) -> Int32 { rawValue.push(state) }
}
