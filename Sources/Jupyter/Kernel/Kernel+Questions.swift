internal import Exchange
internal import LuaBridge
internal import Report
internal import Sessions

extension Kernel {
  func complete(_ content: JSON) -> JSON {
    let code = content["code"]?.string ?? ""
    let completion = session.complete(code, cursor: content["cursor_pos"]?.int)
    let (start, end) = (completion.range.lowerBound, completion.range.upperBound)
    let kinds = completion.items.map { item in
      JSON.object([
        "text": .string(item.name), "type": .string("\(item.kind)"), "start": .int(start), "end": .int(end),
      ])
    }
    return .object([
      "status": .string("ok"), "matches": .array(completion.items.map { .string($0.name) }),
      "cursor_start": .int(start), "cursor_end": .int(end),
      "metadata": .object(["_jupyter_types_experimental": .array(kinds)]),
    ])
  }

  func inspect(_ content: JSON) -> JSON {
    let code = content["code"]?.string ?? ""
    let cursor = content["cursor_pos"]?.int ?? code.unicodeScalars.count
    let page = Kernel.words(in: code, at: cursor).lazy.compactMap { self.session.explain($0) }.first
    return .object([
      "status": .string("ok"), "found": .bool(page != nil), "metadata": .object([:]),
      "data": .object(page.map { ["text/plain": .string($0)] } ?? [:]),
    ])
  }

  /// The dotted name at the cursor, and the one that the open bracket before the cursor belongs to.
  package static func words(in code: String, at cursor: Int) -> [String] {
    let front = String(String.UnicodeScalarView(code.unicodeScalars.prefix(max(0, cursor)))).utf8.count
    let tokens = LuaLexer.tokens(code).filter { $0.kind != .comment }
    var found: [String] = []
    if let place = tokens.lastIndex(where: {
      $0.kind == .name && $0.range.lowerBound <= front && $0.range.upperBound >= front
    }) {
      found.append(chain(endingAt: place, in: tokens))
    }
    var depth = 0
    for place in tokens.indices.reversed() where tokens[place].range.upperBound <= front {
      switch tokens[place].text {
      case ")", "}", "]": depth += 1
      case "(", "{", "[":
        depth -= 1
        if depth < 0, place > 0, tokens[place - 1].kind == .name {
          return found + [chain(endingAt: place - 1, in: tokens)]
        }
      default: break
      }
    }
    return found
  }

  private static func chain(endingAt place: Int, in tokens: [LuaToken]) -> String {
    var start = place
    while start >= 2, [".", ":"].contains(tokens[start - 1].text), tokens[start - 2].kind == .name {
      start -= 2
    }
    return tokens[start...place].map(\.text).joined()
  }

  func isComplete(_ content: JSON) -> JSON {
    switch session.isComplete(content["code"]?.string ?? "") {
    case .complete: .object(["status": .string("complete")])
    case .incomplete: .object(["status": .string("incomplete"), "indent": .string("  ")])
    case .invalid: .object(["status": .string("invalid")])
    }
  }
}
