/// The first thing that keeps a text from being well-formed XML 1.0 (tags, attributes, entities), or nil.
func flaw(inXML text: String) -> String? {
  var open: [Substring] = []
  var rest = Substring(text)
  var roots = 0
  while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" }) {
    if rest[start] == "&" {
      let entity = rest[start...].prefix(7)
      let known = ["&amp;", "&lt;", "&gt;", "&quot;"]
      guard known.contains(where: { entity.hasPrefix($0) }) else { return "entity \(entity)" }
      rest = rest[rest.index(after: start)...]
      continue
    }
    guard let end = rest[start...].firstIndex(of: ">") else { return "tag without end" }
    var tag = rest[rest.index(after: start)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("/") {
      guard let last = open.popLast(), last == tag.dropFirst() else {
        return "unexpected </\(tag.dropFirst())>"
      }
      continue
    }
    let closes = tag.hasSuffix("/")
    if closes { tag = tag.dropLast() }
    let name = tag.prefix { $0 != " " }
    let attributes = tag.dropFirst(name.count)
    if attributes.count(where: { $0 == "\"" }) % 2 != 0 || attributes.contains("<") {
      return "attributes of \(name)"
    }
    if open.isEmpty { roots += 1 }
    if !closes { open.append(name) }
  }
  if let last = open.last { return "<\(last)> without end" }
  return roots == 1 ? nil : "\(roots) roots"
}
