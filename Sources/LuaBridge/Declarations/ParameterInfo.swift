public import Report

/// Everything that help, completion, messages and tests know about a parameter.
public struct ParameterInfo: Sendable, Hashable {
  /// How a call gives the parameter (`CallingConvention`).
  public enum Place: Sendable { case positional, rest, option, hidden }

  public var name: String
  public var kind: LuaKind
  public var place: Place
  public var isRequired: Bool
  /// The value taken when none is given, as Lua writes it.
  public var fallback: String?
  /// The values allowed: "1 .. 10000".
  public var range: String?
  /// A value just outside the range, for tests.
  public var outside: String?
  public var unit: String?
  public var help: Text
  /// What stands in its texts, for completion.
  public var content: Content?
  /// Whether the names in its table are columns of the table at hand: `{ speed = "m/min" }`.
  public var isKeyedByColumns = false
}
