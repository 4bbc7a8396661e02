public import Report

/// What is declared for Lua, as data: for help, completion, messages, the reference and the tests.
public struct Declaration: Sendable {
  public enum Kind: Sendable { case function, method, property, `operator`, constant, type, module }

  public var kind: Kind
  /// `data.csv`, `filter`, `shape`, `+`.
  public var name: String
  /// The word for the object that a method, property or operator belongs to.
  public var owner: String?
  public var summary: Text
  public var parameters: [ParameterInfo]
  public var returns: Text
  /// Lua that runs as it stands, after `given`.
  public var example: String
  /// Lua that the example and the tests need before it: where `t` comes from.
  public var given: String
  /// The word for the class of what a call or a property gives, where that is an object.
  public var gives: String?

  /// The name as it is asked for: `data.csv`, `table:filter`, `tensor.shape`.
  public var fullName: String {
    guard let owner else { return name }
    switch kind {
    case .method: return "\(owner):\(name)"
    case .operator: return "\(owner) \(name)"
    default: return "\(owner).\(name)"
    }
  }

  @usableFromInline
  static func function(
    _ name: String, _ summary: Text, _ parameters: [ParameterInfo], returns: Text, example: String,
    given: String, gives: Any.Type = Void.self
  ) -> Declaration {
    Declaration(
      kind: .function, name: name, owner: nil, summary: summary, parameters: parameters, returns: returns,
      example: example, given: given, gives: className(gives))
  }

  @usableFromInline
  static func member<Object: LuaClass>(
    _ kind: Kind, of: Object.Type, _ name: String, _ summary: Text, _ parameters: [ParameterInfo],
    returns: Text,
    example: String, given: String, gives: Any.Type = Void.self
  ) -> Declaration {
    Declaration(
      kind: kind, name: name, owner: Object.luaName, summary: summary, parameters: parameters,
      returns: returns,
      example: example, given: given, gives: className(gives))
  }

  /// The word for a class that is given; nil for what is no object of a class.
  private static func className(_ type: Any.Type) -> String? {
    let wrapped = (type as? any OptionalValue.Type)?.wrapped ?? type
    return (wrapped as? any LuaClass.Type)?.luaName
  }

  static let anonymous = function("function", Text(""), [], returns: Text(""), example: "", given: "")

  /// How a call is written: `data.csv(path, { encoding, missing })`.
  public var signature: String {
    switch kind {
    case .property, .constant, .type, .module: return fullName
    case .operator: return owner.map { "\($0) \(name)" } ?? name
    case .function, .method: break
    }
    let places = parameters.compactMap { parameter -> String? in
      switch parameter.place {
      case .positional: return parameter.isRequired ? parameter.name : "[\(parameter.name)]"
      case .rest: return "\(parameter.name)…"
      case .option, .hidden: return nil
      }
    }
    let options = parameters.filter { $0.place == .option }.map { option in
      option.fallback.map { "\(option.name) = \($0)" } ?? option.name
    }
    let table = options.isEmpty ? [] : ["{ " + options.joined(separator: ", ") + " }"]
    if places.isEmpty, !table.isEmpty { return fullName + " " + table[0] }
    return fullName + "(" + (places + table).joined(separator: ", ") + ")"
  }
}

/// An optional type, asked for what it wraps.
private protocol OptionalValue {
  static var wrapped: Any.Type { get }
}

extension Optional: OptionalValue {
  static var wrapped: Any.Type { Wrapped.self }
}
