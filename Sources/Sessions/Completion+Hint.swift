internal import LuaBridge
internal import Report

extension Session {
  /// One line about the place of the cursor: what is wrong with characters of an input method, or the parameter
  /// that a call wants there. nil where there is nothing to say.
  public func hint(_ source: String, cursor: Int) -> String? {
    if let mistake = mistake(in: source) { return mistake.description }
    let front = String(String.UnicodeScalarView(source.unicodeScalars.prefix(cursor)))
    let place = CompletionPlace(front)
    guard let call = place.call, let declaration = declaration(of: call) else { return nil }
    if case .entry = place.kind, call.key == nil {
      let option = declaration.parameters.first { $0.place == .option && $0.name == place.typed }
      return option.map(about) ?? declaration.signature
    }
    guard let parameter = parameter(of: call) else { return declaration.signature }
    return (parameter.place == .option ? "" : shortSignature(declaration) + " · ") + about(parameter)
  }

  /// How a call is written, its options left out: `data.csv(path, { … })`.
  private func shortSignature(_ declaration: Declaration) -> String {
    var short = declaration
    short.parameters.removeAll { $0.place == .option }
    guard short.parameters.count < declaration.parameters.count else { return declaration.signature }
    let places = short.parameters.filter { $0.place != .hidden }.map(\.name) + ["{ … }"]
    return declaration.fullName + "(" + places.joined(separator: ", ") + ")"
  }

  private func mistake(in source: String) -> Text? {
    guard let repaired = repaired(source), let complaint = LuaRepair.complaint(about: source) else {
      return nil
    }
    let line = complaint.remedy ?? repaired
    return complaint.what + Text(en: " · Tab takes: \(line)", zh: " · 按 Tab 改为：\(line)")
  }

  /// A parameter in one line: `epochs: integer, passes over the rows [1 .. 100000, default 10]`.
  private func about(_ parameter: ParameterInfo) -> String {
    let language = Language.current
    let comma = language == .en ? ", " : "，"
    var words = parameter.name + (language == .en ? ": " : "：") + parameter.kind.name.in(language)
    words += comma + parameter.help.in(language)
    if let unit = parameter.unit { words += language == .en ? " (\(unit))" : "（\(unit)）" }
    var limits: [String] = []
    if let range = parameter.range { limits.append(range) }
    if let fallback = parameter.fallback { limits.append((language == .en ? "default " : "默认 ") + fallback) }
    return limits.isEmpty ? words : words + " [" + limits.joined(separator: comma) + "]"
  }
}
