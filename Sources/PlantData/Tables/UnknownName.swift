public import Report

extension Fault {
  /// The fault for a name that is none of those known: the nearest are offered, or else what there is.
  public static func unknownName(_ name: String, among known: [String], what: Text, whole: Text) -> Fault {
    let none = Text(en: "no \(what.en) '\(name)'", zh: "没有\(what.zh)“\(name)”")
    let near = nearest(to: name, among: known)
    if !near.isEmpty {
      let offer = Text(
        en: " · did you mean \(near.joined(separator: " or "))?",
        zh: " · 是不是 \(near.joined(separator: " 或 "))？")
      return Fault(.name, none + offer)
    }
    guard !known.isEmpty else { return Fault(.name, none) }
    let some = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
    return Fault(.name, none + Text(en: " · \(whole.en): \(some)", zh: " · \(whole.zh)：\(some)"))
  }
}
