internal import LuaBridge
internal import Report

/// What stands near a declaration: of the same class or module, the more words of their names and summaries agree the
/// nearer, else the neighbours in the order of declaration.
struct SeeAlso {
  let names: [String]

  init(_ declaration: Declaration, family: [Declaration], most: Int = 5) {
    let own = SeeAlso.words(of: declaration)
    let place = family.firstIndex { $0.fullName == declaration.fullName } ?? 0
    let others = family.enumerated().filter {
      $0.element.fullName != declaration.fullName && $0.element.name != "…" && $0.element.kind != .type
    }
    let ranked = others.sorted { left, right in
      let (near, far) = (own.common(with: left.element), own.common(with: right.element))
      return near != far ? near > far : abs(left.offset - place) < abs(right.offset - place)
    }
    var names: [String] = []
    for one in ranked.map(\.element.fullName) where !names.contains(one) && names.count < most {
      names.append(one)
    }
    self.names = names
  }

  private static func words(of declaration: Declaration) -> Set<String> {
    let text = declaration.name + " " + declaration.summary.en
    return Set(
      text.lowercased().split { !$0.isLetter }.map(String.init).filter {
        $0.count >= 4 && !common.contains($0)
      })
  }

  /// Words that say nothing of what a function does.
  private static let common: Set<String> = [
    "with", "from", "that", "this", "every", "each", "over", "into", "their", "than", "when", "where",
    "value",
    "values", "column", "columns", "tensor", "table", "rows", "axes", "along",
  ]
}

extension Set<String> {
  /// How many words agree, those of one meaning too.
  fileprivate func common(with declaration: Declaration) -> Int {
    let text = (declaration.name + " " + declaration.summary.en).lowercased()
    let others = Set(text.split { !$0.isLetter }.map(String.init))
    return reduce(0) { count, word in
      count + (others.contains(word) || !Synonyms.of(word).isDisjoint(with: others) ? 1 : 0)
    }
  }
}
