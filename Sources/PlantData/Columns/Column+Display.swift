public import Report

extension Column: Displayable {
  /// One honest line: name, unit or kind, how many values, and the first of them.
  public func text(on surface: Surface) -> String {
    let what = unit?.symbol ?? kind.words.description
    let zone = zone.map { " \($0)" } ?? ""
    let sizes = Text(
      en: "\(count.grouped) values, \(missing.grouped) missing",
      zh: "\(count.grouped) 个值，\(missing.grouped) 个缺失")
    let first = (0..<min(count, 12)).map { self[$0].shown(in: self.zone) }.joined(separator: "  ")
    let more = count > 12 ? "  …" : ""
    let line = "\(name)  \(what)\(zone)  \(sizes)"
    return line + "\n" + (first + more).truncated(toWidth: surface.columns)
  }
}
