internal import Report

extension Habit {
  /// Comments, lists, fields, calls and constants as other languages write them.
  static let values: [Habit] = [
    slashComment, hashComment, squareList, namedField, callWithoutParentheses, fieldWithColon, unfinishedText,
    straySign,
  ]

  private static let slashComment = comment("//", Text(en: "a comment starts with --", zh: "注释以 -- 开头"))
  private static let hashComment = comment("#", Text(en: "a comment starts with --", zh: "注释以 -- 开头"))

  private static func comment(_ sign: String, _ what: Text) -> Habit {
    Habit(what) { source in
      source.tokens.indices.filter { source.text($0) == sign }.prefix(1).map { k in
        Edit(source.tokens[k].range, "--")
      }
    }
  }

  private static let squareList = Habit(
    Text(en: "a list stands in braces: {1, 2, 3}", zh: "列表用大括号：{1, 2, 3}")
  ) {
    source in
    source.tokens.indices.flatMap { k -> [Edit] in
      let before = k == 0 ? "=" : source.text(k - 1)
      guard source.text(k) == "[", ["=", "(", ",", "{", "[", "return", "in"].contains(before),
        let close = source.closing(k)
      else { return [] }
      let isKey = before == "{" || before == ","
      if isKey, source.text(close + 1) == "=" { return [] }
      return [Edit(source.tokens[k].range, "{"), Edit(source.tokens[close].range, "}")]
    }
  }

  private static let namedField = Habit(
    Text(
      en: "a field is set with =: { a = 1 }, { [\"a b\"] = 1 }", zh: "字段用 = 设置：{ a = 1 }、{ [\"a b\"] = 1 }")
  ) { source in
    source.tokens.indices.compactMap { k in
      guard source.text(k) == ":", k > 1, ["{", ","].contains(source.text(k - 2)),
        let open = source.opening(before: k), source.text(open) == "{"
      else { return nil }
      let key = source.tokens[k - 1]
      let range = key.range.lowerBound..<source.tokens[k].range.upperBound
      return Edit(range, key.kind == .string ? "[\(key.text)] =" : "\(key.text) =")
    }
  }

  private static let callWithoutParentheses = Habit(
    Text(en: "a call has parentheses, a text has quotes", zh: "调用要加括号，文本要加引号")
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard source.startsStatement(k), let (path, last) = source.chain(from: k),
        let callee = source.callee(path),
        last < source.lineEnd(k), !source.touches(last),
        [.name, .number, .string].contains(source.tokens[last + 1].kind) || source.text(last + 1) == "#"
      else { return [] }
      let start = source.tokens[last].range.upperBound,
        end = source.tokens[source.lineEnd(k)].range.upperBound
      let rest = source.piece(last + 1, source.lineEnd(k))
      return [Edit(start..<end, callee == .takesText && !rest.contains("\"") ? " \"\(rest)\"" : "(\(rest))")]
    }
  }

  private static let fieldWithColon = Habit(
    Text(en: "a field is asked with a dot, a colon calls a method", zh: "取字段用点，冒号用于调用方法")
  ) { source in
    source.tokens.indices.compactMap { k in
      guard source.text(k) == ":", source.tokens.indices.contains(k + 1), source.tokens[k + 1].kind == .name,
        !["(", "{"].contains(source.text(k + 2)),
        source.tokens.count <= k + 2 || source.tokens[k + 2].kind != .string
      else { return nil }
      return Edit(source.tokens[k].range, ".")
    }
  }

  private static let unfinishedText = Habit(Text(en: "unfinished string", zh: "字符串没有结束")) { source in
    guard let last = source.tokens.last, last.kind == .unfinished, let quote = last.text.first,
      quote == "\"" || quote == "'"
    else { return [] }
    // The brackets at the end of the line are not part of the text where they close others.
    var depth = source.tokens.dropLast().reduce(0) { depth, token in
      depth + (["(", "{", "["].contains(token.text) ? 1 : [")", "}", "]"].contains(token.text) ? -1 : 0)
    }
    var end = last.range.upperBound
    for character in last.text.reversed() where depth > 0 {
      guard ")}] ".contains(character) else { break }
      if character != " " { depth -= 1 }
      end -= 1
    }
    let other: Character = quote == "'" ? "\"" : "'"
    if last.text.last == other {
      return [Edit(last.range.upperBound - 1..<last.range.upperBound, String(quote))]
    }
    return [Edit(at: end, String(quote))]
  }

  private static let straySign = Habit(
    Text(en: "one bracket or end too many", zh: "多了一个括号或 end")
  ) { source in
    guard let last = source.tokens.last, [")", "}", "]", "end"].contains(last.text) else { return [] }
    return [Edit(last.range, "")]
  }
}
