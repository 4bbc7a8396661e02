/// A default or a bound as Lua writes it.
func shown(_ value: Any) -> String {
  switch value {
  case let value as String: return "\"\(value)\""
  case let value as any LuaChoice: return "\"\(value.rawValue)\""
  case let value as Double: return shown(value)
  case let value as Float: return shown(Double(value))
  case let value as any NamedValues where value.names.isEmpty: return "{}"
  case let value as [Any]: return "{" + value.map(shown).joined(separator: ", ") + "}"
  default: return "\(value)"
  }
}

private func shown(_ value: Double) -> String {
  if value == value.rounded(), value.magnitude < 1e15 { return "\(Int(value))" }
  return value.description
}

/// A table of names to values, whatever the values are.
protocol NamedValues {
  var names: [String] { get }
}

extension Fields: NamedValues {}
