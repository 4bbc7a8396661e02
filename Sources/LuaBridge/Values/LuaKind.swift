public import Report

/// What a value must be, in words: "an integer", "a list of strings".
public struct LuaKind: Sendable, Hashable {
  /// What a Lua table can mean for this kind; it decides how a call is read (`CallingConvention`).
  public enum Shape: Sendable { case scalar, list, map, any, object }

  public var name: Text
  /// Several of them, in English: "integers".
  public var plural: String
  public var shape: Shape
  /// The words that a choice takes.
  public var choices: [String] = []

  public init(_ name: Text, plural: String? = nil, shape: Shape = .scalar, choices: [String] = []) {
    self.name = name
    self.plural = plural ?? name.en + "s"
    self.shape = shape
    self.choices = choices
  }

  public static let integer = LuaKind(Text(en: "integer", zh: "整数"))
  public static let number = LuaKind(Text(en: "number", zh: "数"))
  public static let boolean = LuaKind(Text(en: "boolean", zh: "布尔值（true 或 false）"))
  public static let string = LuaKind(Text(en: "string", zh: "字符串"))
  public static let function = LuaKind(Text(en: "function", zh: "函数"))
  public static let any = LuaKind(Text(en: "value", zh: "值"), shape: .any)
  public static let map = LuaKind(Text(en: "map", zh: "映射表"), shape: .map)

  public static func list(of element: LuaKind) -> LuaKind {
    LuaKind(
      Text(en: "list of \(element.plural)", zh: "\(element.name.zh)的列表"),
      plural: "lists of \(element.plural)",
      shape: .list)
  }

  public static func map(of value: LuaKind) -> LuaKind {
    LuaKind(
      Text(en: "map of names to \(value.plural)", zh: "名称到\(value.name.zh)的映射表"),
      plural: "maps of names to \(value.plural)", shape: .map)
  }

  public static func choice(_ words: [String]) -> LuaKind {
    let quoted = words.map { "\"\($0)\"" }.joined(separator: ", ")
    return LuaKind(
      Text(en: "one of \(quoted)", zh: "\(quoted) 之一"), plural: "words out of \(quoted)", choices: words)
  }

  var takesTable: Bool { shape == .list || shape == .map || shape == .any }

  /// "an integer", "a string", "one of …".
  var described: Text {
    if !choices.isEmpty { return name }
    let vowel = name.en.first.map { "aeiou".contains($0) } ?? false
    return Text(en: (vowel ? "an " : "a ") + name.en, zh: name.zh)
  }
}
