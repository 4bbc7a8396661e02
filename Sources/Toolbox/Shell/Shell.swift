internal import LuaBridge
internal import Report
internal import Sessions

extension Module {
  /// What every sitting needs: help, language, a script's parameters.
  static var shell: Module {
    Module("shell", Text(en: "help, language, a script's parameters", zh: "帮助、语言、脚本参数")) {
      help
      traceback
      language
      paramFunction
      seed
      metricFunction
      clearOutput
      requireAtLeast
      requireClean
      usage
      ObjectType(
        HelpPage.self, Text(en: "a page of help; it shows itself", zh: "一页帮助，可直接显示"),
        given: "page = help \"help\"")
    }
  }
}

extension Interpreter {
  /// The session in front of this interpreter.
  func session() throws -> Session {
    if let session = host as? Session { return session }
    throw Fault(.ours, en: "there is no session", zh: "没有会话")
  }
}
