import Glibc
import LuaBridge
import Report
import Sessions
import Testing
import Toolbox

/// What must hold for everything in the catalogue: examples run, faults say what is wanted in both languages, help is
/// whole. An example runs after the `given` of its declaration and of its class, in a
/// folder with the small files of `ExampleFolder`.
@Suite(.serialized) struct DeclarationTests {
  static let declared = Toolbox.modules.flatMap { module in
    module.items.map { Declared(family: module.name, declaration: $0.declaration) }
  }
  static let families = Toolbox.modules.map(\.name)

  @Test(arguments: declared)
  func theExampleRuns(_ declared: Declared) throws {
    let declaration = declared.declaration
    guard !declaration.example.isEmpty else { return }
    try ExampleFolder.inside {
      let session = Session(modules: Toolbox.modules)
      session.output = { _ in }
      try declared.prepare(session)
      let outcome = session.evaluate(declaration.example)
      #expect(outcome.fault == nil, "\(declaration.fullName): \(outcome.fault?.in(.en) ?? "")")
    }
  }

  @Test(arguments: declared)
  func helpIsWholeInBothLanguages(_ declared: Declared) {
    let declaration = declared.declaration
    #expect(isChinese(declaration.summary), "\(declaration.fullName): \(declaration.summary.zh)")
    for parameter in declaration.parameters where parameter.place != .hidden {
      // A formula or a shape is the same in both.
      let help = parameter.help
      #expect(
        !help.en.isEmpty && (isChinese(help) || help.en == help.zh), "\(declaration.fullName): \(help.zh)")
    }
    if declaration.kind == .function || declaration.kind == .method {
      #expect(!declaration.example.isEmpty, "\(declaration.fullName) has no example")
    }
  }

  private func isChinese(_ text: Text) -> Bool {
    !text.en.isEmpty && text.zh.unicodeScalars.contains { $0.value > 0x2E80 }
  }

  @Test(arguments: families)
  func everyFaultIsAsRecorded(_ family: String) throws {
    var lines: [String] = []
    for declared in DeclarationTests.declared where declared.family == family && declared.isCallable {
      try ExampleFolder.inside {
        let session = Session(modules: Toolbox.modules)
        session.output = { _ in }
        try declared.prepare(session)
        for call in declared.wrongCalls {
          let fault = session.evaluate(call).fault
          #expect(fault != nil, "\(call) is accepted")
          let words = { (language: Language) in fault?.in(language).replacing("\n", with: "⏎") ?? "accepted" }
          lines += ["> " + call, "  " + words(.en), "  " + words(.zh)]
        }
      }
    }
    try Snapshot.compare(lines, with: "\(family).txt")
  }
}

/// A declaration that shows itself by its name in a test's arguments.
struct Declared: CustomTestStringConvertible, Sendable {
  let family: String
  let declaration: Declaration

  var testDescription: String { declaration.fullName }

  var isCallable: Bool { declaration.kind == .function || declaration.kind == .method }

  /// Runs what the class and the declaration need.
  func prepare(_ session: Session) throws {
    let type = session.declarations.first { $0.kind == .type && $0.name == declaration.owner }
    for given in [type?.given ?? "", declaration.given] where !given.isEmpty {
      if let fault = session.evaluate(given).fault { throw fault }
    }
  }

  /// Calls with a parameter missing, of a wrong kind, and out of its range.
  var wrongCalls: [String] {
    declaration.parameters.enumerated().filter { $0.element.place != .hidden }.flatMap { k, parameter in
      var calls: [String] = []
      if parameter.isRequired { calls.append(call(with: nil, at: k)) }
      if parameter.kind.shape != .any { calls.append(call(with: wrong(parameter.kind), at: k)) }
      if let outside = parameter.outside { calls.append(call(with: outside, at: k)) }
      return calls
    } + unknownOption
  }

  private var unknownOption: [String] {
    guard let option = declaration.parameters.first(where: { $0.place == .option }) else { return [] }
    let values = declaration.parameters.filter { $0.place == .positional && $0.isRequired }.map {
      plain($0.kind)
    }
    return [subject + "(" + (values + ["{ \(option.name)x = 1 }"]).joined(separator: ", ") + ")"]
  }

  private func wrong(_ kind: LuaKind) -> String {
    kind.shape == .scalar && kind != LuaKind.function ? "print" : "true"
  }

  /// The call with one parameter replaced.
  private func call(with value: String?, at index: Int) -> String {
    let parameters = declaration.parameters
    var values: [String] = []
    for (k, parameter) in parameters.enumerated() where parameter.place == .positional {
      if k == index {
        values.append(value ?? "nil")
      } else if k < index || parameter.isRequired {
        values.append(parameter.isRequired ? plain(parameter.kind) : "nil")
      }
    }
    if parameters[index].place == .rest, let value { values.append(value) }
    if parameters[index].place == .option {
      values.append(value.map { "{ \(parameters[index].name) = \($0) }" } ?? "{}")
    }
    return subject + "(" + values.joined(separator: ", ") + ")"
  }

  /// The function, or the method on the object that `given` made: what the example starts with.
  private var subject: String {
    guard declaration.owner != nil, let colon = declaration.example.firstIndex(of: ":") else {
      return declaration.name
    }
    let object =
      declaration.example[..<colon].split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }.last
      ?? ""
    return object + ":" + declaration.name
  }

  /// A value of a kind, whatever it means.
  private func plain(_ kind: LuaKind) -> String {
    switch kind.shape {
    case .list, .map: return "{}"
    case .any: return "1"
    case .object: return "nil"
    case .scalar: break
    }
    if let word = kind.choices.first { return "\"\(word)\"" }
    if kind == .string { return "\"x\"" }
    if kind == .boolean { return "true" }
    if kind == .function { return "print" }
    return "1"
  }
}
