/// What sorting a call asks of its declaration, laid out once so that no call copies words.
struct Plan {
  /// The shape of the first positional parameter.
  let firstShape: LuaKind.Shape?
  /// Whether a table at the place of each positional parameter is its value.
  let takesTable: [Bool]
  let restTakesTable: Bool
  /// The most stack that sorting takes: a value by place and one by name for each parameter.
  let room: Int32
  /// The names that a table may give: options first, then positional parameters.
  private let names: [(name: String, parameter: Int)]

  init(_ parameters: [ParameterInfo], positional: [Int], rest: Int?) {
    precondition(parameters.count <= Slots.most, "a call has at most \(Slots.most) parameters")
    firstShape = positional.first.map { parameters[$0].kind.shape }
    takesTable = positional.map { parameters[$0].kind.takesTable }
    restTakesTable = rest.map { parameters[$0].kind.takesTable } ?? false
    room = Int32(2 * parameters.count + 10)
    let options = parameters.indices.filter { parameters[$0].place == .option }
    names = (options + positional).map { (parameters[$0].name, $0) }
  }

  func parameter(named name: String) -> Int? {
    for entry in names where entry.name == name { return entry.parameter }
    return nil
  }
}
