internal import CLua
internal import Report

/// A Swift error while it passes through Lua: what a script's `pcall` gives.
final class ErrorObject: LuaClass {
  static let luaName = "error"

  /// The error, completed by its place in the script and the calls that led there.
  let error: any Error

  init(_ error: any Error, raisedOn state: LuaState) {
    guard var fault = error as? Fault else {
      self.error = error
      return
    }
    if !fault.details.contains(where: { $0.hasPrefix("at ") }), fault.code != .interrupted {
      let trace = traceback(state)
      if let site = CallSite(state) {
        let lines = Interpreter.of(state).sources[site.chunk]?.lines.count
        if fault.place == nil { fault.place = site.place(lines: lines) }
        if trace.count > 1 || site.isFile { fault.details += trace }
      }
    }
    self.error = fault
  }

  var message: String {
    if let fault = error as? Fault { return fault.what.description }
    return "\(error)"
  }
}

extension Module {
  /// What scripts can ask of an error that they caught.
  static var errors: Module {
    Module("error", Text(en: "errors that pcall caught", zh: "pcall 捕获的错误")) {
      ObjectType(
        ErrorObject.self, Text(en: "an error that pcall caught", zh: "pcall 捕获的错误"),
        given: "_, err = pcall(help, 3)")
      Property(
        of: ErrorObject.self, "message", Text(en: "what happened, in words", zh: "发生了什么"),
        example: "err.message"
      ) { $0.message }
      Property(
        of: ErrorObject.self, "code",
        Text(en: "the kind of fault, the same in every language", zh: "错误代码，与语言无关"), example: "err.code"
      ) { ($0.error as? Fault)?.code.rawValue ?? "error" }
      Property(
        of: ErrorObject.self, "file", Text(en: "the file it is about, or nil", zh: "相关文件，可为 nil"),
        example: "err.file"
      ) { ($0.error as? Fault)?.place?.file }
      Property(
        of: ErrorObject.self, "row", Text(en: "the row or line it is about, or nil", zh: "相关行号，可为 nil"),
        example: "err.row"
      ) { ($0.error as? Fault)?.place?.row }
      Property(
        of: ErrorObject.self, "remedy", Text(en: "a line to try, or nil", zh: "可尝试的一行代码，可为 nil"),
        example: "err.remedy"
      ) { ($0.error as? Fault)?.remedy }
      Property(
        of: ErrorObject.self, "details", Text(en: "where the calls stood", zh: "调用位置"),
        example: "err.details"
      ) { ($0.error as? Fault)?.details ?? [] }
      Operator(
        of: ErrorObject.self, .concatenate, Text(en: "its words in a text", zh: "拼接其文字"),
        example: #"return "caught: " .. err"#
      ) { (left: Words, right: Words) in left.text + right.text }
    }
  }
}

extension ErrorObject: CustomStringConvertible {
  var description: String {
    (error as? Fault)?.description ?? "\(error)"
  }
}

/// A string, a number or an error: one side of `"caught: " .. err`.
private struct Words: LuaReadable {
  let text: String

  static var luaKind: LuaKind { .string }

  static func read(_ state: LuaState, _ index: Int32) throws -> Words? {
    if let string = String.read(state, index) { return Words(text: string) }
    if let number = Double.read(state, index) {
      return Words(text: Int.read(state, index).map { "\($0)" } ?? "\(number)")
    }
    return ErrorObject.held(state, index).map { Words(text: $0.description) }
  }
}
