internal import CLua
internal import Report

/// A place in a script that is running: the chunk, the line, and what stands around it.
struct CallSite {
  /// The chunk's name: a file's path, `prompt 3`.
  var chunk: String
  var isFile: Bool
  var line: Int
  /// How the function above was called, where Lua can tell: `clean` in `clean(untis)`.
  var callee: String?
  /// Names of local variables alive here.
  var locals: [String]

  /// The innermost Lua function on the stack.
  init?(_ state: LuaState) {
    var record = lua_Debug()
    var callee: String?
    for level in Int32(0)..<60 {
      guard lua_getstack(state, level, &record) != 0, lua_getinfo(state, "Sln", &record) != 0 else {
        return nil
      }
      if record.currentline > 0, let source = record.source {
        let name = String(cString: source)
        chunk = name.first == "@" || name.first == "=" ? String(name.dropFirst()) : name
        isFile = name.first == "@"
        line = Int(record.currentline)
        self.callee = callee
        locals = CallSite.locals(state, &record)
        return
      }
      callee = record.name.map { String(cString: $0) }
    }
    return nil
  }

  private static func locals(_ state: LuaState, _ record: inout lua_Debug) -> [String] {
    var names: [String] = []
    for k in Int32(1)..<200 {
      guard let name = lua_getlocal(state, &record, k) else { break }
      if lua_type(state, -1) != LUA_TNIL { names.append(String(cString: name)) }
      bridge_pop(state, 1)
    }
    return names.filter { !$0.hasPrefix("(") }
  }

  /// The place for a fault. The only line of a prompt entry is before the user's eyes: it needs no place.
  func place(lines: Int?) -> Place? {
    if isFile { return Place(file: chunk, line: line) }
    return (lines ?? 1) > 1 ? Place(line: line) : nil
  }
}

/// Where the calls stand, innermost first: "at line3.lua:12 in function 'check'".
func traceback(_ state: LuaState) -> [String] {
  var lines: [String] = []
  var record = lua_Debug()
  for level in Int32(0)..<200 {
    guard lua_getstack(state, level, &record) != 0, lua_getinfo(state, "Sln", &record) != 0 else { break }
    guard record.currentline > 0, let source = record.source else { continue }
    if lines.count == 20 {
      lines.append("…")
      break
    }
    let chunk = String(cString: source).drop { $0 == "@" || $0 == "=" }
    let name = record.name.map { " in function '\(String(cString: $0))'" } ?? ""
    lines.append("at \(chunk):\(record.currentline)\(name)")
  }
  return lines
}
