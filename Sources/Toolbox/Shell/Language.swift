public import LuaBridge
public import Report

extension Language: LuaChoice {}

/// `lang "zh"`.
var language: Function {
  Function(
    "lang", Text(en: "the language of help and messages", zh: "帮助和消息的语言"),
    .positional("to", Language.self, Text(en: "the language from now on", zh: "今后使用的语言")),
    returns: Text(en: "the language in force", zh: "当前语言"), example: #"lang "en""#
  ) { wanted in
    if let wanted { Language.current = wanted }
    return Language.current
  }
}
