/// A value in a plant file, and the row where it stands.
struct PlantFileNode: Sendable {
  indirect enum Value: Sendable {
    case text(String)
    case number(Double)
    case flag(Bool)
    /// `mes.units.SN`, `scada["R1.速度"]`: names one after the other.
    case reference([String])
    /// `csv { … }`: a word and what belongs to it.
    case call(String, [Entry])
    case table([Entry])
  }

  struct Entry: Sendable {
    /// nil in the list part.
    var key: String?
    var node: PlantFileNode
  }

  var value: Value
  var row: Int
}

extension PlantFileNode {
  var text: String? { if case .text(let text) = value { text } else { nil } }

  var number: Double? { if case .number(let number) = value { number } else { nil } }

  var flag: Bool? { if case .flag(let flag) = value { flag } else { nil } }

  var reference: [String]? { if case .reference(let names) = value { names } else { nil } }

  /// A text alone or a list of texts.
  var texts: [String]? {
    if let text { return [text] }
    guard case .table(let entries) = value else { return nil }
    let texts = entries.compactMap { $0.key == nil ? $0.node.text : nil }
    return texts.count == entries.count ? texts : nil
  }
}
