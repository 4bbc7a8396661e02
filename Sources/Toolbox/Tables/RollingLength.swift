internal import LuaBridge
internal import PlantData
internal import Report

/// How far a rolling window reaches: a number of rows, or a text with a duration such as `"5 min"`.
enum RollingLength: LuaReadable {
  case rows(Int)
  case seconds(Double)

  static var luaKind: LuaKind {
    LuaKind(Text(en: "number of rows or duration such as \"5 min\"", zh: "行数或时长，例如 \"5 min\""))
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> RollingLength? {
    if let rows = Int.read(state, index) { return .rows(rows) }
    guard String.read(state, index) != nil else { return nil }
    return try Seconds.read(state, index).map { .seconds($0.seconds) }
  }

  /// - Throws: a fault for a duration without a column of times, and for one with rows.
  func window(over time: String?) throws -> RollingWindow {
    switch (self, time) {
    case (.rows(let rows), nil): return .rows(rows)
    case (.seconds(let seconds), let time?): return .time(time, seconds: seconds)
    case (.rows, _?):
      throw Fault(
        .usage, en: "rolling: a window of rows needs no time", zh: "rolling：按行数的窗口不需要 time", try: "\"60 s\"")
    case (.seconds, nil):
      throw Fault(
        .usage, en: "rolling: a duration needs the column of times", zh: "rolling：按时长的窗口需要时间列",
        try: "{ time = \"time\" }")
    }
  }
}
