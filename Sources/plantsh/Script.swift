internal import LuaBridge
internal import Report
internal import Sessions
internal import Toolbox

/// A script and what its parameters may be, read without running it.
struct Script {
  let path: String
  let text: String
  let parameters: [ScriptParameter]

  init(path: String, text: String) {
    (self.path, self.text) = (path, text)
    parameters = ScriptParameter.declared(in: text)
  }

  /// The words of the command line, when every parameter among them is one of the script's and in its range.
  ///
  /// - Throws: a usage fault, before anything runs.
  func checked(_ words: [String]) throws -> [String] {
    for word in words {
      guard let (name, value) = Session.parameter(word) else { continue }
      try check(name, value)
    }
    return words
  }

  func check(_ name: String, _ value: String) throws {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      if name == "seed" { return }
      throw unknown(name)
    }
    if parameter.isWhole { _ = try parameter.value(given: value) }
  }

  private func unknown(_ name: String) -> Fault {
    let names = parameters.map(\.name)
    let near = nearest(to: name, among: names)
    let known = names.joined(separator: ", ")
    let hint =
      names.isEmpty
      ? Text(en: ": it has none", zh: "：它没有参数")
      : near.isEmpty
        ? Text(en: " (there are: \(known))", zh: "（可用：\(known)）")
        : Text(en: " · did you mean \(near[0])?", zh: " · 是不是 \(near[0])？")
    return Fault(
      .arguments, Text(en: "the script has no parameter '\(name)'", zh: "脚本没有参数 '\(name)'") + hint,
      try: "plantsh run \(path) --help")
  }

  /// The comment at the script's head, its parameters, and how it is called.
  func help(on surface: Surface) -> String {
    let words = { (en: String, zh: String) in Text(en: en, zh: zh).description }
    var lines = heading
    lines += ["", words("usage: plantsh run \(path) [name=value …]", "用法：plantsh run \(path) [名称=值 …]")]
    if !parameters.isEmpty {
      let grid = Grid(
        header: [], rows: parameters.map(row), numeric: [false, false, false, false])
      lines += [""] + grid.lines(fitting: surface.columns - 2).lines.map { "  " + $0 }
    }
    lines += [
      "",
      words(
        "--seed N starts everything random; --sweep name=v1,v2 tries values; ",
        "--seed N 设定随机种子；--sweep 名称=v1,v2 逐一尝试；")
        + words("runs are kept in runs/", "运行记录保存在 runs/"),
      words(
        "exit codes: 0 success, 1 fault, 2 usage, 3 data contract, 4 threshold missed, 130 interrupted",
        "退出码：0 成功，1 错误，2 用法，3 数据契约，4 未达阈值，130 中断"),
    ]
    return lines.drop { $0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// The lines of the comment that the script starts with.
  private var heading: [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.first?.hasPrefix("#!") == true { lines.removeFirst() }
    return lines.prefix { $0.hasPrefix("--") && !$0.hasPrefix("-- %%") }.map { line in
      let words = line.drop { $0 == "-" }
      return String(words.first == " " ? words.dropFirst() : words)
    }
  }

  /// name, default, what is allowed, help.
  private func row(_ parameter: ScriptParameter) -> [String] {
    var limits = parameter.choices.map { $0.joined(separator: ", ") } ?? ""
    if let range = parameter.range, range.count == 2 {
      limits = "\(range[0].significant()) .. \(range[1].significant())"
    }
    if let unit = parameter.unit { limits += (limits.isEmpty ? "" : " ") + unit }
    let needed = Text(en: "required", zh: "必需").description
    let fallback = ScriptParameter.words(parameter.fallback)
    let value = !parameter.isWhole ? "…" : fallback.isEmpty ? needed : fallback
    return [parameter.name, value, limits, parameter.help?.description ?? ""]
  }
}
