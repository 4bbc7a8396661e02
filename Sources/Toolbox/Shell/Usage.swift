internal import LuaBridge
internal import Report

/// `local dir = arg[1] or usage { en = "strip-steel.lua DIR", zh = "strip-steel.lua 文件夹" }`.
var usage: Function {
  Function(
    "usage", Text(en: "ends the script: says how it is called (exit code 2)", zh: "结束脚本并说明调用方法（退出码 2）"),
    .required("text", Fields<String>.self, Text(en: "{ en = …, zh = … }", zh: "{ en = …, zh = … }")),
    returns: Text(en: "nothing", zh: "无返回值"),
    example:
      #"arg = { "DIR" } local dir = arg[1] or usage { en = "strip-steel.lua DIR", zh = "strip-steel.lua 文件夹" }"#
  ) { (text: Fields<String>) throws -> Bool in
    let en = text["en"] ?? text["zh"] ?? ""
    throw Fault(.arguments, en: "usage: " + en, zh: "用法：" + (text["zh"] ?? en))
  }
}
