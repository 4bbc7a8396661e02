internal import Report

extension Session {
  /// The kinds of fault, `? fault`, or one of them, `? fault.range`: the code that `pcall` gives in `err.code`.
  func faultPage(_ name: String) -> HelpPage? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.first == "fault" || parts.first == "faults" else { return nil }
    if parts.count == 2 {
      guard let code = Fault.Code(rawValue: parts[1]) else { return nil }
      return HelpPage([.signature("fault.\(code.rawValue)"), .paragraph(code.meaning)])
    }
    return HelpPage([
      .heading(
        Text(
          en: "kinds of fault: the code is err.code after ok, err = pcall(…)",
          zh: "错误种类：ok, err = pcall(…) 之后由 err.code 给出")),
      .rows(Fault.Code.allCases.map { [Text("fault." + $0.rawValue), $0.meaning] }),
    ])
  }
}
