internal import LuaBridge
internal import Report
internal import Sessions

/// `clear_output()`.
var clearOutput: Function {
  Function(
    "clear_output",
    Text(
      en: "takes away what the cell has shown so far; does nothing outside a notebook",
      zh: "清除单元已显示的输出；不在笔记本中时不起作用"),
    .interpreter,
    .option(
      "wait", Bool.self, Text(en: "only when the next output comes", zh: "等到下一个输出再清除"), default: false),
    returns: Text(""), example: "clear_output()"
  ) { (lua: Interpreter, wait: Bool) throws -> Void in
    let session = try lua.session()
    session.clearOutput?(wait)
  }
}
