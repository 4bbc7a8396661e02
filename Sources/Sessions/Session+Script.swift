internal import LuaBridge
internal import Report

extension Session {
  /// Takes `name=value` arguments as parameters. A name that the script never asks for is a fault before it starts.
  func setParameters(_ arguments: [String], of source: String) throws {
    parameters = [:]
    let asked = Session.parameterNames(in: source)
    for argument in arguments {
      guard let (name, value) = Session.parameter(argument) else { continue }
      guard asked.isEmpty || asked.contains(name) || name == "seed" else {
        let near = nearest(to: name, among: asked)
        let known = asked.joined(separator: ", ")
        let hint =
          near.isEmpty
          ? Text(en: " (there are: \(known))", zh: "（可用：\(known)）")
          : Text(en: " · did you mean \(near[0])?", zh: " · 是不是 \(near[0])？")
        throw Fault(
          .arguments, Text(en: "the script has no parameter '\(name)'", zh: "脚本没有参数 '\(name)'") + hint)
      }
      parameters[name] = value
    }
    if let text = parameters["seed"] {
      guard let number = Int(text) else {
        throw Fault(.arguments, en: "seed is \"\(text)\", must be an integer", zh: "seed 为 \"\(text)\"，应为整数")
      }
      seed = number
    }
  }

  func setArguments(_ file: String, _ arguments: [String]) {
    interpreter.setGlobal("arg", LuaTable(list: arguments.map(LuaValue.string)))
    _ = try? interpreter.run("arg[0] = ...", name: "arg", arguments: [file])
  }

  /// `name=value` when the argument has this form and the name is a Lua name.
  public static func parameter(_ argument: String) -> (name: String, value: String)? {
    guard let equals = argument.firstIndex(of: "=") else { return nil }
    let name = String(argument[..<equals])
    let tokens = LuaLexer.tokens(name)
    guard tokens.count == 1, tokens[0].kind == .name, tokens[0].text == name else { return nil }
    return (name, String(argument[argument.index(after: equals)...]))
  }

  /// The names in `param { "lr", … }` and `param("lr")`, in the order of the script.
  static func parameterNames(in source: String) -> [String] {
    let tokens = LuaLexer.tokens(source).filter { $0.kind != .comment }
    return tokens.indices.compactMap { k in
      guard tokens[k].text == "param", tokens[k].kind == .name else { return nil }
      let next = tokens[(k + 1)...].first { $0.text != "(" && $0.text != "{" }
      guard let next, next.kind == .string, next.text.count > 2 else { return nil }
      return String(next.text.dropFirst().dropLast())
    }
  }
}
