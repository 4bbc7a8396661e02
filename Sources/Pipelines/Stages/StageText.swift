/// How an option of a stage is typed.
enum StageValue {
  case text(String)
  /// As it stands: `true`.
  case word(String)
  case number(Double)
  case list([String])
  case fields([String: StageValue])

  var typed: String {
    switch self {
    case .text(let text): StageValue.quoted(text)
    case .word(let word): word
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    case .list(let texts): "{ " + texts.map(StageValue.quoted).joined(separator: ", ") + " }"
    case .fields(let fields):
      "{ "
        + fields.sorted { $0.key < $1.key }.map { "\(StageValue.key($0.key)) = \($0.value.typed)" }
        .joined(separator: ", ") + " }"
    }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  /// A table key as Lua takes it: a plain name as it stands, any other in brackets.
  private static func key(_ name: String) -> String {
    let isPlain =
      name.first.map { $0.isLetter && $0.isASCII || $0 == "_" } == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_" }
    return isPlain ? name : "[\(quoted(name))]"
  }
}

/// The text of a stage with named options: `rename { T_END = "rolled_at" }`.
func stageText(_ name: String, _ fields: [String: StageValue]) -> String {
  "\(name) \(StageValue.fields(fields).typed)"
}
