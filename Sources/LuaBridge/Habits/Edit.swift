/// A piece of a source and what stands there instead; ranges count UTF-8 bytes.
struct Edit {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }

  /// Puts a text in at a place.
  init(at place: Int, _ text: String) { self.init(place..<place, text) }
}

extension [Edit] {
  /// The source with every edit made; of two that overlap the first stands.
  func applied(to source: String) -> String {
    var bytes = Array<UInt8>(source.utf8)
    var start = Int.max
    for edit in self.enumerated().sorted(by: {
      ($0.element.range.lowerBound, $0.offset) > ($1.element.range.lowerBound, $1.offset)
    })
    .map(\.element)
    where edit.range.upperBound <= start {
      bytes.replaceSubrange(edit.range, with: Array<UInt8>(edit.text.utf8))
      start = edit.range.lowerBound
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
