internal import LuaBridge
internal import PlantData
internal import Report

/// A duration: a number of seconds, or a text with its unit such as `"2 s"` or `"5 min"`.
struct Seconds: LuaReadable {
  var seconds: Double

  static var luaKind: LuaKind {
    LuaKind(Text(en: "duration such as \"2 s\"", zh: "时长，例如 \"2 s\""))
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> Seconds? {
    if let seconds = Double.read(state, index) { return Seconds(seconds: seconds) }
    guard let text = String.read(state, index) else { return nil }
    do {
      return Seconds(seconds: try Quantity(text).value(in: Unit("s")))
    } catch let fault as Fault {
      throw ReadingFault("", fault.what)
    }
  }
}
