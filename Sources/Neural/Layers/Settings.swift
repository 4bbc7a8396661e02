internal import Exchange
internal import Report
internal import Tensors

/// What a layer was made with, by name, in the order in which it is typed.
public struct Settings {
  var members: [(name: String, value: JSON)]
  /// The value that is typed without its name, first.
  var positional: Set<String> = []
  /// Values that need not be shown, because they are what the layer takes anyway.
  var defaults: [String: JSON] = [:]

  init(
    _ members: [(name: String, value: JSON)] = [], positional: Set<String> = [],
    defaults: [String: JSON] = [:]
  ) {
    self.members = members
    self.positional = positional
    self.defaults = defaults
  }

  init(_ json: JSON) {
    guard case .object(let object) = json else {
      self.init()
      return
    }
    self.init(object.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  var json: JSON { .object(Dictionary(members.map { ($0.name, $0.value) }) { $1 }) }

  /// The settings as they are typed, what is as always left out.
  var words: [String] {
    members.filter { $0.value != .null && $0.value != defaults[$0.name] }.map { member in
      let value = member.value.typed
      return positional.contains(member.name) ? value : "\(member.name) = \(value)"
    }
  }

  subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }

  // What a model file must hold; a fault names what is missing.
  func int(_ name: String) throws -> Int { try known(self[name]?.int, name) }
  func double(_ name: String) throws -> Double { try known(self[name]?.double, name) }
  func bool(_ name: String) throws -> Bool { try known(self[name]?.bool, name) }
  func string(_ name: String) throws -> String { try known(self[name]?.string, name) }
  func doubles(_ name: String) throws -> [Double] { try known(self[name]?.array?.compactMap(\.double), name) }

  func pair(_ name: String) throws -> (Int, Int) {
    guard let values = self[name]?.ints, values.count == 2 else { return try known(nil, name) }
    return (values[0], values[1])
  }

  func choice<Choice: RawRepresentable>(_ name: String) throws -> Choice where Choice.RawValue == String {
    try known(self[name]?.string.flatMap(Choice.init(rawValue:)), name)
  }

  func padding(_ name: String) throws -> Convolution.Padding {
    if self[name]?.string == "same" { return .same }
    let (rows, columns) = try pair(name)
    return .exact(rows, columns)
  }

  private func known<Value>(_ value: Value?, _ name: String) throws -> Value {
    guard let value else {
      throw Fault(
        .model, en: "the model file's layer setting '\(name)' is missing or of the wrong kind",
        zh: "模型文件中层的设置 '\(name)' 缺失或类型不对")
    }
    return value
  }
}

extension JSON {
  static func pair(_ value: (Int, Int)) -> JSON { .array([.int(value.0), .int(value.1)]) }

  static func padding(_ value: Convolution.Padding) -> JSON {
    switch value {
    case .same: .string("same")
    case .exact(let rows, let columns): .pair((rows, columns))
    }
  }

  /// The value as it is typed in Lua; two equal numbers as one.
  var typed: String {
    switch self {
    case .null: "nil"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): value.significant(6)
    case .string(let value): "\"\(value)\""
    case .array(let values):
      values.count == 2 && values[0] == values[1]
        ? values[0].typed : "{" + values.map(\.typed).joined(separator: ", ") + "}"
    case .object: "{…}"
    }
  }
}
