internal import CLua
public import Report

/// One parameter of a declared function, typed by the value its closure gets.
///
///     .required("path", String.self, Text(en: "the file", zh: "文件"))
///     .positional("n", Int.self, Text(…), default: 5, in: 1...)
///     .option("epochs", Int.self, Text(…), default: 10, in: 1...10_000)
///     .optional("missing", [String].self, Text(…))
///     .rest("values", Double.self, Text(…))
///     .interpreter
///
/// A class, so that the closure of a call captures one reference instead of a copy of all words.
public final class Parameter<Value: LuaReadable> {
  public let info: ParameterInfo
  @usableFromInline let check: ((Value) -> Bool)?
  @usableFromInline let fallback: Value?

  init(_ info: ParameterInfo, fallback: Value? = nil, check: ((Value) -> Bool)? = nil) {
    self.info = info
    self.fallback = fallback
    self.check = check
  }

  /// The value when it stands at its place and is right; nil sends the call the long way.
  @inlinable @inline(__always)
  func quick(_ state: LuaState, _ index: Int32) -> Value? {
    guard let value = (try? Value.read(state, index)) ?? nil else { return nil }
    if let check, !check(value) { return nil }
    return value
  }
}

extension Parameter {
  /// The same parameter, whose texts hold something that completion can offer.
  ///
  ///     .required("path", String.self, Text(…)).holding(.file("csv"))
  public func holding(_ content: Content) -> Parameter {
    var info = info
    info.content = content
    return Parameter(info, fallback: fallback, check: check)
  }

  /// The same parameter, whose names are columns of the table at hand.
  public var keyedByColumns: Parameter {
    var info = info
    info.isKeyedByColumns = true
    return Parameter(info, fallback: fallback, check: check)
  }
}

extension Parameter {
  private static func info(
    _ name: String, _ place: ParameterInfo.Place, _ help: Text, kind: LuaKind? = nil,
    isRequired: Bool = false,
    fallback: Value? = nil, unit: String? = nil
  ) -> ParameterInfo {
    ParameterInfo(
      name: name, kind: kind ?? Value.luaKind, place: place, isRequired: isRequired,
      fallback: fallback.map(shown),
      range: nil, outside: nil, unit: unit, help: help)
  }

  private convenience init<Range: BoundsConvertible>(
    _ info: ParameterInfo, fallback: Value? = nil, in range: Range
  )
  where Range.Bound == Value {
    let bounds = range.bounds
    var info = info
    info.range = bounds.described
    info.outside = bounds.outside
    precondition(fallback.map(bounds.contains) ?? true, "the default of \(info.name) is outside its range")
    self.init(info, fallback: fallback) { bounds.contains($0) }
  }

  /// A value that must be given, in its place.
  public static func required(
    _ name: String, _: Value.Type = Value.self, _ help: Text, unit: String? = nil
  ) -> Parameter {
    Parameter(info(name, .positional, help, isRequired: true, unit: unit))
  }

  /// A value that must be given, in its place and within a range.
  public static func required<Range: BoundsConvertible>(
    _ name: String, _: Value.Type = Value.self, _ help: Text, unit: String? = nil, in range: Range
  ) -> Parameter where Range.Bound == Value {
    Parameter(info(name, .positional, help, isRequired: true, unit: unit), in: range)
  }

  /// A value in its place that may be left out.
  public static func positional(
    _ name: String, _: Value.Type = Value.self, _ help: Text, default fallback: Value, unit: String? = nil
  ) -> Parameter {
    Parameter(info(name, .positional, help, fallback: fallback, unit: unit), fallback: fallback)
  }

  /// A value in its place and within a range that may be left out.
  public static func positional<Range: BoundsConvertible>(
    _ name: String, _: Value.Type = Value.self, _ help: Text, default fallback: Value, unit: String? = nil,
    in range: Range
  ) -> Parameter where Range.Bound == Value {
    Parameter(info(name, .positional, help, fallback: fallback, unit: unit), fallback: fallback, in: range)
  }

  /// A value in its place that may be left out; the closure gets nil then.
  public static func positional<Wrapped: LuaReadable>(
    _ name: String, _: Wrapped.Type = Wrapped.self, _ help: Text, unit: String? = nil
  ) -> Parameter where Value == Wrapped? {
    Parameter(info(name, .positional, help, unit: unit), fallback: .some(nil))
  }

  /// A named value in the option table.
  public static func option(
    _ name: String, _: Value.Type = Value.self, _ help: Text, default fallback: Value, unit: String? = nil
  ) -> Parameter {
    Parameter(info(name, .option, help, fallback: fallback, unit: unit), fallback: fallback)
  }

  /// A named value in the option table, within a range.
  public static func option<Range: BoundsConvertible>(
    _ name: String, _: Value.Type = Value.self, _ help: Text, default fallback: Value, unit: String? = nil,
    in range: Range
  ) -> Parameter where Range.Bound == Value {
    Parameter(info(name, .option, help, fallback: fallback, unit: unit), fallback: fallback, in: range)
  }

  /// A named value in the option table that must be given.
  public static func requiredOption(
    _ name: String, _: Value.Type = Value.self, _ help: Text, unit: String? = nil
  ) -> Parameter {
    Parameter(info(name, .option, help, isRequired: true, unit: unit))
  }

  /// A named value in the option table that must be given, within a range.
  public static func requiredOption<Range: BoundsConvertible>(
    _ name: String, _: Value.Type = Value.self, _ help: Text, unit: String? = nil, in range: Range
  ) -> Parameter where Range.Bound == Value {
    Parameter(info(name, .option, help, isRequired: true, unit: unit), in: range)
  }

  /// A named value in the option table; the closure gets nil when it is not given.
  public static func optional<Wrapped: LuaReadable>(
    _ name: String, _: Wrapped.Type = Wrapped.self, _ help: Text, unit: String? = nil
  ) -> Parameter where Value == Wrapped? {
    Parameter(info(name, .option, help, unit: unit), fallback: .some(nil))
  }

  /// A named value in the option table, within a range; the closure gets nil when it is not given.
  public static func optional<Wrapped: LuaReadable, Range: BoundsConvertible>(
    _ name: String, _: Wrapped.Type = Wrapped.self, _ help: Text, unit: String? = nil, in range: Range
  ) -> Parameter where Value == Wrapped?, Range.Bound == Wrapped {
    let bounds = range.bounds
    var info = info(name, .option, help, unit: unit)
    info.range = bounds.described
    info.outside = bounds.outside
    return Parameter(info, fallback: .some(nil)) { $0.map(bounds.contains) ?? true }
  }

  /// All remaining values; the closure gets a list.
  public static func rest<Element: LuaReadable>(
    _ name: String, _: Element.Type = Element.self, _ help: Text, unit: String? = nil
  ) -> Parameter where Value == [Element] {
    Parameter(info(name, .rest, help, kind: Element.luaKind, unit: unit), fallback: [])
  }
}

extension Parameter where Value == Interpreter {
  /// The interpreter that runs the call; nothing that a script gives.
  public static var interpreter: Parameter { Parameter(info("", .hidden, Text(""))) }
}
