internal import LuaBridge
internal import Report

extension Module {
  /// What every sitting needs: help, language, parameters of a script.
  static var shell: Module {
    Module("shell", Text(en: "help, language, a script's parameters", zh: "帮助、语言、脚本参数")) {
      language
    }
  }
}
