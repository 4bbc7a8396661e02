internal import CLua
public import Report

/// A Lua value as the prompt shows it, taken when the value was: a table's entries may change later.
///
///     {1, 2, 3, name = "R1"}
public struct LuaPicture: Displayable {
  indirect enum Content {
    case words(String)
    case quoted(String)
    case table([(key: String?, content: Content)], more: Int)
    case object(any Displayable)
  }

  let content: Content

  /// The value as text: alone a string stands bare, inside a table quoted.
  public func text(on surface: Surface) -> String {
    switch content {
    case .quoted(let words): return words
    case .words(let words) where words.contains("\n"): return words
    case .words(let words):
      let lines = words.wrapped(toWidth: max(20, surface.columns - 4))
      return lines.enumerated().map { $0.offset == 0 ? $0.element : "    " + $0.element }.joined(
        separator: "\n")
    case .object(let object): return object.text(on: surface)
    case .table:
      let line = LuaPicture.line(content)
      return line.displayWidth <= surface.columns ? line : LuaPicture.lines(content, on: surface)
    }
  }

  public var html: String? {
    if case .object(let object) = content { return object.html }
    return nil
  }

  public var svg: String? {
    if case .object(let object) = content { return object.svg }
    return nil
  }

  private static func line(_ content: Content) -> String {
    switch content {
    case .words(let words): return words
    case .quoted(let words): return "\"" + words + "\""
    case .object(let object):
      return String(object.text(on: Surface(plain: true)).prefix { $0 != "\n" })
    case .table(let entries, let more):
      var parts = entries.map { entry in (entry.key.map { $0 + " = " } ?? "") + line(entry.content) }
      if more > 0 { parts.append("… \(more.grouped)") }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  /// A table that does not fit into a line: short values of a list fill lines, others stand one a line, as many as the
  /// surface has room for.
  private static func lines(_ content: Content, on surface: Surface) -> String {
    guard case .table(let entries, let more) = content else { return line(content) }
    let room = max(4, min(20, surface.rows - 4))
    let words = entries.map { entry in (entry.key.map { $0 + " = " } ?? "") + line(entry.content) + "," }
    let isList = entries.allSatisfy { $0.key == nil } && words.allSatisfy { $0.displayWidth <= 21 }
    let set = isList ? filled(words, width: surface.columns - 2) : words.map { ($0, 1) }
    let shown = set.prefix(isList ? min(8, room) : room)
    var lines = shown.map { "  " + $0.line.truncated(toWidth: surface.columns - 2) }
    let left = entries.count - shown.reduce(0) { $0 + $1.count } + more
    if left > 0 { lines.append("  … \(left.grouped)") }
    return "{\n" + lines.joined(separator: "\n") + "\n}"
  }

  /// Words in lines, with how many stand in each.
  private static func filled(_ words: [String], width: Int) -> [(line: String, count: Int)] {
    words.reduce(into: [(line: String, count: Int)]()) { lines, word in
      if let last = lines.last, last.line.displayWidth + 1 + word.displayWidth <= width {
        lines[lines.count - 1] = (last.line + " " + word, last.count + 1)
      } else {
        lines.append((word, 1))
      }
    }
  }
}

extension LuaPicture {
  /// The value at a stack index.
  init(_ state: LuaState, _ index: Int32) throws {
    content = try LuaPicture.content(state, lua_absindex(state, index), within: [])
  }

  private static let mostEntries = 200

  private static func content(
    _ state: LuaState, _ index: Int32, within outer: [UnsafeRawPointer]
  ) throws -> Content {
    switch lua_type(state, index) {
    case LUA_TSTRING: return .quoted(LuaBridge.text(state, at: index) ?? "")
    case LUA_TFUNCTION: return outer.isEmpty ? .words(function(state, index)) : .words("function")
    case LUA_TTABLE:
      guard let table = lua_topointer(state, index) else { return .words("{}") }
      guard luaL_getmetafield(state, index, "__tostring") == LUA_TNIL else {
        bridge_pop(state, 1)
        return .words(try Interpreter.words(state, index))
      }
      if outer.contains(table) || outer.count > 5 { return .words("{…}") }
      return try self.table(state, index, within: outer + [table])
    case LUA_TUSERDATA:
      if let object = try LuaObject.read(state, index)?.object as? any Displayable { return .object(object) }
      return .words(try Interpreter.words(state, index))
    default: return .words(try Interpreter.words(state, index))
    }
  }

  /// A function as it is called, or as it was typed when that is one line.
  private static func function(_ state: LuaState, _ index: Int32) -> String {
    if let declaration = Interpreter.of(state).declaration(at: index), !declaration.name.isEmpty {
      return declaration.summary.description.isEmpty
        ? "function" : declaration.signature + "  " + declaration.summary.description
    }
    guard let source = LuaCallback(state, index).source else { return "function" }
    let lines = source.split(separator: "\n")
    return lines.count == 1 ? source : "\(lines[0]) … end"
  }

  private static func table(_ state: LuaState, _ index: Int32, within outer: [UnsafeRawPointer]) throws
    -> Content
  {
    lua_checkstack(state, 10)
    let count = Int(lua_rawlen(state, index))
    var list: [(key: String?, content: Content)] = []
    for k in stride(from: 1, through: min(count, mostEntries), by: 1) {
      lua_rawgeti(state, index, lua_Integer(k))
      list.append((nil, try content(state, lua_gettop(state), within: outer)))
      bridge_pop(state, 1)
    }
    var named: [(key: String, content: Content)] = []
    var more = max(0, count - mostEntries)
    lua_pushnil(state)
    while lua_next(state, index) != 0 {
      defer { bridge_pop(state, 1) }
      if let position = Int.read(state, -2), lua_type(state, -2) == LUA_TNUMBER,
        (1...max(1, count)).contains(position),
        count > 0
      {
        continue
      }
      if named.count >= mostEntries {
        more += 1
        continue
      }
      lua_pushvalue(state, -2)
      let key = try self.key(state, lua_gettop(state))
      bridge_pop(state, 1)
      named.append((key, try content(state, lua_gettop(state), within: outer)))
    }
    named.sort { bare($0.key).lexicographicallyPrecedes(bare($1.key)) }
    return .table(list + named.map { ($0.key, $0.content) }, more: more)
  }

  /// A key without its brackets and quotes, for sorting.
  private static func bare(_ key: String) -> [Unicode.Scalar] {
    key.unicodeScalars.filter { !"[]\"".unicodeScalars.contains($0) }
  }

  private static func key(_ state: LuaState, _ index: Int32) throws -> String {
    guard let name = LuaBridge.text(state, at: index) else {
      return "[" + (try Interpreter.words(state, index)) + "]"
    }
    let token = LuaLexer.tokens(name)
    return token.count == 1 && token[0].kind == .name && token[0].text == name ? name : "[\"\(name)\"]"
  }
}
