internal import Report

extension Habit {
  /// How other languages begin and end what belongs together.
  static let blocks: [Habit] = [
    range, numericTo, loopInParentheses, elif, elseIf, lambda, definition, bracedFunction, colonBlock,
    declared,
    imports,
  ]

  /// `for i in range(10):`; range counts from 0 and stops before its end, Lua's loop does neither.
  private static let range = Habit(
    Text(en: "a loop over numbers is for i = 1, 10 do … end", zh: "数字循环写作 for i = 1, 10 do … end"),
    isSure: true
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard source.text(k) == "for", source.text(k + 2) == "in", source.text(k + 3) == "range",
        let close = source.closing(k + 4)
      else { return [] }
      let parts = source.piece(k + 5, close - 1).split(separator: ",").map { String($0.drop { $0 == " " }) }
      let bounds =
        parts.count < 2
        ? "1, " + (parts.first ?? "")
        : ([parts[0], parts[1] + " - 1"] + parts.dropFirst(2)).joined(separator: ", ")
      let head = source.tokens[k + 2].range.lowerBound..<source.tokens[close].range.upperBound
      return [Edit(head, "= " + bounds)] + opened(source, keyword: "do", after: close)
    }
  }

  /// A `:` that opens a block where Lua has a word, and the `end` that is then missing.
  private static func opened(_ source: HabitSource, keyword: String, after last: Int) -> [Edit] {
    guard source.text(last + 1) == ":" else { return [] }
    return [
      Edit(source.tokens[last + 1].range, keyword.isEmpty ? "" : " " + keyword),
      Edit(at: source.text.utf8.count, " end"),
    ]
  }

  private static let numericTo = Habit(
    Text(en: "a loop over numbers is for i = 1, 10 do … end", zh: "数字循环写作 for i = 1, 10 do … end"),
    isSure: true
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard source.text(k) == "for", source.text(k + 2) == "=",
        let to = source.tokens.indices.first(where: {
          $0 > k && source.text($0) == "to" && source.tokens[$0].kind == .name
        })
      else { return [] }
      return [Edit(source.tokens[to - 1].range.upperBound..<source.tokens[to].range.upperBound, ",")]
    }
  }

  private static let loopInParentheses = Habit(
    Text(en: "for stands without parentheses: for i = 1, 10 do … end", zh: "for 不加括号：for i = 1, 10 do … end"),
    isSure: true
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard source.text(k) == "for", source.text(k + 1) == "(", let close = source.closing(k + 1) else {
        return []
      }
      return [Edit(source.tokens[k + 1].range, ""), Edit(source.tokens[close].range, "")]
    }
  }

  private static let elif = Habit(
    Text(en: "a further condition is elseif … then", zh: "另一个条件写作 elseif … then"), isSure: true
  ) { source in
    source.tokens.indices.filter {
      ["elif", "elsif"].contains(source.text($0)) && source.startsStatement($0)
        && source.tokens.indices.contains($0 + 1) && source.tokens[$0 + 1].kind == .name
    }.map { Edit(source.tokens[$0].range, "elseif") }
  }

  private static let elseIf = Habit(
    Text(en: "a further condition is elseif … then", zh: "另一个条件写作 elseif … then")
  ) { source in
    source.tokens.indices.filter { source.text($0) == "else" && source.text($0 + 1) == "if" }
      .map { Edit(source.tokens[$0].range.lowerBound..<source.tokens[$0 + 1].range.upperBound, "elseif") }
  }

  private static let lambda = Habit(
    Text(en: "a function without a name is function(a) return … end", zh: "匿名函数写作 function(a) return … end"),
    isSure: true
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard source.text(k) == "lambda",
        let colon = source.tokens.indices.first(where: { $0 > k && source.text($0) == ":" })
      else { return [] }
      let head = source.tokens[k].range.lowerBound..<source.tokens[colon].range.upperBound
      let end = source.tokens[
        source.opening(before: k).flatMap(source.closing).map { $0 - 1 } ?? source.lineEnd(k)]
      return [
        Edit(head, "function(\(source.piece(k + 1, colon - 1))) return"),
        Edit(at: end.range.upperBound, " end"),
      ]
    }
  }

  private static let definition = Habit(
    Text(en: "a function is function f(a) … end", zh: "函数写作 function f(a) … end"), isSure: true
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard ["def", "func", "fn"].contains(source.text(k)), source.startsStatement(k),
        let name = source.chain(from: k + 1), source.text(name.last + 1) == "(",
        let close = source.closing(name.last + 1)
      else { return [] }
      return [Edit(source.tokens[k].range, "function")] + opened(source, keyword: "", after: close)
    }
  }

  private static let bracedFunction = Habit(
    Text(en: "a block ends with end, it has no braces", zh: "代码块以 end 结束，不用大括号")
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard ["function", "if", "while", "for"].contains(source.text(k)),
        let open = source.tokens.indices.first(where: { $0 > k && source.text($0) == "{" }),
        source.text(open - 1) == ")", let close = source.closing(open)
      else { return [] }
      let word = source.text(k) == "function" ? "" : source.text(k) == "if" ? "then" : "do"
      return [Edit(source.tokens[open].range, word), Edit(source.tokens[close].range, "end")]
    }
  }

  private static let colonBlock = Habit(
    Text(en: "a block is if … then … end, while … do … end", zh: "代码块写作 if … then … end、while … do … end")
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      let words = ["if": "then", "while": "do", "for": "do", "elseif": "then"]
      guard let word = words[source.text(k)], source.text(k + 3) != "range" else { return [] }
      let line = (k...source.lineEnd(k))
      guard !line.contains(where: { source.text($0) == word }),
        let colon = line.last(where: { source.text($0) == ":" })
      else { return [] }
      return [Edit(source.tokens[colon].range, " " + word), Edit(at: source.text.utf8.count, " end")]
    }
  }

  private static let declared = Habit(
    Text(en: "a variable of a block is local, a global needs no word", zh: "局部变量写 local，全局变量不加关键字"),
    isSure: true
  ) { source in
    source.tokens.indices.compactMap { k in
      guard ["var", "let", "const"].contains(source.text(k)), source.startsStatement(k),
        source.tokens.indices.contains(k + 1), source.tokens[k + 1].kind == .name
      else { return nil }
      return Edit(source.tokens[k].range, "local")
    }
  }

  private static let imports = Habit(
    Text(
      en: "data, plot, tensor and nn are here already; a Lua module is loaded with require",
      zh: "data、plot、tensor、nn 已可直接使用；其他 Lua 模块用 require 加载"), isSure: true
  ) { source in
    guard ["import", "from"].contains(source.text(0)), source.tokens.count > 1, source.tokens[1].kind == .name
    else { return [] }
    let module = source.text(1)
    let name = source.text(2) == "as" ? source.text(3) : source.text(2) == "import" ? source.text(3) : module
    let field = source.text(2) == "import" ? "." + source.text(3) : ""
    return [
      Edit(
        source.tokens[0].range.lowerBound..<source.tokens[source.lineEnd(0)].range.upperBound,
        "\(name) = require(\"\(module)\")\(field)")
    ]
  }
}
