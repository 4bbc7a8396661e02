internal import LuaBridge

extension Session {
  /// What a chain of names and calls leads to. A call is not made: what it gives is known from its declaration.
  func target(of chain: NameChain) -> LuaTarget? {
    let looked = chain.steps.prefix { !$0.isCalled }
    if looked.count == chain.steps.count { return interpreter.target(of: looked.map(\.name)) }
    var target = looked.isEmpty ? nil : interpreter.target(of: looked.map(\.name))
    var path = looked.map(\.name)
    for step in chain.steps[looked.count...] {
      let member = member(step.name, of: target, path: path)
      path.append(step.name)
      guard let gives = member?.gives else { return nil }
      // What a method makes of a table has the columns of that table, as far as can be told.
      if case .object(let type, let fields)? = target, type == gives {
        target = .object(type: gives, fields: fields)
      } else {
        target = .object(type: gives, fields: [])
      }
    }
    return target
  }

  private func member(_ name: String, of target: LuaTarget?, path: [String]) -> Declaration? {
    if case .object(let type, _)? = target {
      return declarations.first { $0.owner == type && $0.name == name }
    }
    return declared(interpreter.target(of: path + [name]))
  }

  private func declared(_ target: LuaTarget?) -> Declaration? {
    switch target {
    case .function(let declaration): declaration
    case .object(let type, _): declarations.first { $0.owner == type && $0.name == "()" }
    default: nil
    }
  }

  /// The declaration of the function that is called; of a method of an unknown object, the first of its name.
  func declaration(of call: OpenCall) -> Declaration? {
    let function = call.function
    guard function.last.isMethod else { return declared(target(of: function)) }
    let methods = declarations.filter { $0.kind == .method && $0.name == function.last.name }
    guard let owner = function.owner, case .object(let type, _)? = target(of: owner) else {
      return methods.first
    }
    return methods.first { $0.owner == type }
  }

  func parameters(of call: OpenCall) -> [ParameterInfo] { declaration(of: call)?.parameters ?? [] }

  func isDeclared(_ call: OpenCall) -> Bool { declaration(of: call) != nil }

  /// The parameter that the value at the cursor is for.
  func parameter(of call: OpenCall) -> ParameterInfo? {
    let parameters = parameters(of: call)
    if let key = call.key {
      if let named = parameters.first(where: { $0.name == key && $0.place != .hidden }) { return named }
      // A name that is no option belongs to a map.
      return call.positional(in: parameters).flatMap { $0.kind.shape == .map ? $0 : nil }
    }
    return call.positional(in: parameters)
  }
}

extension OpenCall {
  /// The parameter that a value without a name is for (`CallingConvention`).
  func positional(in parameters: [ParameterInfo]) -> ParameterInfo? {
    let places = parameters.filter { $0.place == .positional || $0.place == .rest }
    guard let first = places.first else { return nil }
    if isWholeCall { return first.kind.takesNames ? first : OpenCall.place(position, places) }
    guard let place = OpenCall.place(position, places) else { return nil }
    return isInTable && !place.kind.takesNames ? nil : place
  }

  private static func place(_ position: Int, _ places: [ParameterInfo]) -> ParameterInfo? {
    position < places.count ? places[position] : places.last.flatMap { $0.place == .rest ? $0 : nil }
  }

  /// Whether the table at the cursor may name options.
  func takesOptions(_ parameters: [ParameterInfo]) -> Bool {
    if isWholeCall { return true }
    guard key == nil || !isInTable else { return false }
    let places = parameters.filter { $0.place == .positional || $0.place == .rest }
    guard let place = OpenCall.place(position, places) else { return true }
    return !place.kind.takesNames
  }
}

extension LuaKind {
  /// Whether a table stands for a value of this kind.
  fileprivate var takesNames: Bool { shape == .list || shape == .map || shape == .any }
}
