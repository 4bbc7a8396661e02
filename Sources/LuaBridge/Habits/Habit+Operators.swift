internal import Report

extension Habit {
  /// Operators of other languages, the commonest first.
  static let operators: [Habit] = [notEqual, and, or, not, comparison, compound, increment, choice]

  private static let notEqual = Habit(
    Text(en: "\"not equal\" is ~= here", zh: "这里“不等于”写作 ~="), isSure: true
  ) { source in
    source.tokens.indices.filter {
      source.touches($0) && ["!=", "<>"].contains(source.text($0) + source.text($0 + 1))
    }.map { Edit(source.tokens[$0].range.lowerBound..<source.tokens[$0 + 1].range.upperBound, "~=") }
  }

  private static let and = word("&", "and", Text(en: "&& is \"and\" here", zh: "这里 && 写作 and"))
  private static let or = word("|", "or", Text(en: "|| is \"or\" here", zh: "这里 || 写作 or"))

  private static func word(_ sign: String, _ word: String, _ what: Text) -> Habit {
    Habit(what, isSure: true) { source in
      source.tokens.indices.filter {
        source.touches($0) && source.text($0) == sign && source.text($0 + 1) == sign
      }
      .map { k in
        let range = source.tokens[k].range.lowerBound..<source.tokens[k + 1].range.upperBound
        let before = k > 0 && source.touches(k - 1) ? " " : "", after = source.touches(k + 1) ? " " : ""
        return Edit(range, before + word + after)
      }
    }
  }

  private static let not = Habit(Text(en: "! is \"not\" here", zh: "这里 ! 写作 not"), isSure: true) { source in
    source.tokens.indices.filter { source.text($0) == "!" && source.text($0 + 1) != "=" }
      .map { Edit(source.tokens[$0].range, "not ") }
  }

  private static let comparison = Habit(
    Text(en: "a condition compares with ==, = assigns", zh: "条件里比较用 ==，= 是赋值"), isSure: true
  ) { source in
    var edits: [Edit] = []
    for k in source.tokens.indices where ["if", "elseif", "while", "until"].contains(source.text(k)) {
      var depth = 0
      for j in source.tokens.indices.dropFirst(k + 1) {
        let text = source.text(j)
        let opensBlock = text == ":" && !["(", "{"].contains(source.text(j + 2))
        if ["then", "do"].contains(text) || opensBlock || source.tokens[j].line > source.tokens[k].line {
          break
        }
        if ["(", "{", "["].contains(text) { depth += text == "{" ? 100 : 1 }
        if [")", "}", "]"].contains(text) { depth -= text == "}" ? 100 : 1 }
        let isPart = ["!", "<", ">"].contains(source.text(j - 1)) && source.touches(j - 1)
        if text == "=", depth < 100, !isPart { edits.append(Edit(source.tokens[j].range, "==")) }
      }
    }
    return edits
  }

  private static let compound = Habit(
    Text(en: "there is no += here: the name is written again", zh: "这里没有 +=，要把名称再写一遍"), isSure: true
  ) { source in
    source.tokens.indices.compactMap { k in
      guard source.startsStatement(k), let (_, last) = source.chain(from: k) else { return nil }
      let sign = source.text(last + 1)
      guard ["+", "-", "*", "/", "%", "^", ".."].contains(sign), source.text(last + 2) == "=",
        source.touches(last + 1)
      else { return nil }
      let range = source.tokens[last + 1].range.lowerBound..<source.tokens[last + 2].range.upperBound
      return Edit(range, "= \(source.piece(k, last)) \(sign)")
    }
  }

  private static let increment = Habit(
    Text(en: "there is no ++ here: the name is written again", zh: "这里没有 ++，要把名称再写一遍"), isSure: true
  ) { source in
    source.tokens.indices.compactMap { k in
      guard source.startsStatement(k), let (_, last) = source.chain(from: k), source.text(last + 1) == "+",
        source.text(last + 2) == "+", source.touches(last + 1)
      else { return nil }
      let range = source.tokens[last].range.upperBound..<source.tokens[last + 2].range.upperBound
      return Edit(range, " = \(source.piece(k, last)) + 1")
    }
  }

  private static let choice = Habit(
    Text(en: "c ? a : b is \"c and a or b\" here", zh: "这里 c ? a : b 写作 c and a or b"), isSure: true
  ) { source in
    source.tokens.indices.flatMap { k -> [Edit] in
      guard source.text(k) == "?",
        let colon = source.tokens.indices.first(where: { $0 > k && source.text($0) == ":" })
      else { return [] }
      return [Edit(source.tokens[k].range, "and"), Edit(source.tokens[colon].range, "or")]
    }
  }
}
