internal import Report

/// Names that other languages have for what is here: `len(t)`, `np.zeros`, `raise`.
enum ForeignNames {
  /// What is written here for a global name of another language, with the values it stands with in the line.
  static func meant(by name: String, in tokens: [LuaToken], lua: Interpreter) -> String? {
    guard let place = tokens.indices.first(where: { tokens[$0].text == name && tokens[$0].kind == .name })
    else {
      return nil
    }
    if let module = modules[name] { return member(of: module, tokens, after: place, lua) }
    return calls[name].map { $0.replacing("…", with: argument(tokens, after: place) ?? "x") }
  }

  /// The module here that does the work of another language's, with the name that was asked of it.
  private static func member(of module: [String], _ tokens: [LuaToken], after place: Int, _ lua: Interpreter)
    -> String?
  {
    guard place + 2 < tokens.count, [".", ":"].contains(tokens[place + 1].text) else { return module.first }
    let asked = tokens[place + 2].text
    for name in module {
      let known = lua.declarations.map(\.name).filter { $0.hasPrefix(name + ".") }
      if let near = nearestField(asked, known) { return near }
    }
    return module.first
  }

  /// What stands in the parentheses after a name.
  private static func argument(_ tokens: [LuaToken], after place: Int) -> String? {
    let rest = tokens[(place + 1)...]
    guard let first = rest.first else { return nil }
    if first.kind == .string { return first.text }
    guard first.text == "(" else { return nil }
    var depth = 0, words = ""
    for token in rest {
      if ["(", "{", "["].contains(token.text) { depth += 1 }
      if [")", "}", "]"].contains(token.text) { depth -= 1 }
      if depth == 0 { break }
      if token.range != first.range { words += token.text == "," ? ", " : token.text }
    }
    return words.isEmpty ? nil : words
  }

  private static let modules: [String: [String]] = [
    "np": ["tensor"], "numpy": ["tensor"], "torch": ["tensor", "nn"], "tf": ["nn", "tensor"], "keras": ["nn"],
    "pd": ["data"], "pandas": ["data"], "pl": ["data"], "polars": ["data"], "plt": ["plot"],
    "matplotlib": ["plot"], "sns": ["plot"], "px": ["plot"], "cv2": ["image"], "PIL": ["image"],
    "Image": ["image"],
  ]

  private static let calls: [String: String] = [
    "len": "#…", "length": "#…", "str": "tostring(…)", "int": "math.floor(…)", "float": "tonumber(…)",
    "range": "for i = 1, 10 do", "xrange": "for i = 1, 10 do", "raise": "error(…)", "throw": "error(…)",
    "try": "pcall(function() … end)", "except": "pcall(function() … end)", "f": "string.format(\"%s\", …)",
    "input": "io.read()", "printf": "print(string.format(…))", "echo": "print(…)", "puts": "print(…)",
    "round": "math.floor(… + 0.5)", "abs": "math.abs(…)", "sqrt": "math.sqrt(…)", "max": "math.max(…)",
    "min": "math.min(…)", "floor": "math.floor(…)", "sum": "tensor.new(…):sum()", "sorted": "table.sort(…)",
    "append": "table.insert(…)", "list": "{…}", "dict": "{…}", "enumerate": "ipairs(…)",
    "isinstance": "type(…)",
    "read_csv": "data.csv(…)", "dir": "help(…)", "self": "a name of your own",
  ]
}

/// The full name whose last part is nearest to what was asked.
private func nearestField(_ asked: String, _ names: [String]) -> String? {
  let fields = names.map { String($0.split(separator: ".").last ?? "") }
  return nearest(to: asked, among: fields, most: 1).first.flatMap { field in
    names.first { $0.hasSuffix("." + field) }
  }
}
