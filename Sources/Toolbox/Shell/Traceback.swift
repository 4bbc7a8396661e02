internal import LuaBridge
internal import Report
internal import Sessions

/// `traceback()`.
var traceback: Function {
  Function(
    "traceback",
    Text(en: "where the calls stood at the last fault, innermost first", zh: "最近一次出错时的调用位置，最内层在前"),
    .interpreter, returns: Text(en: "a page that shows itself", zh: "可直接显示的页面"), example: "traceback()"
  ) { lua in try lua.session().traceback }
}
