/// How wide the numbers at the end of keys are written, for each text in front of them.
///
///     NumberWidths(["SN000012", "SN000014"]).respelt("SN13")      // "SN000013"
struct NumberWidths {
  private var usual: [Substring: Int] = [:]

  /// Learns from the keys that show a width by zeros in front of their number.
  init(_ keys: [String]) {
    var counts: [Substring: [Int: Int]] = [:]
    for key in keys {
      let (front, number) = NumberWidths.cut(key)
      if number.count > 1, number.first == "0" { counts[front, default: [:]][number.count, default: 0] += 1 }
    }
    usual = counts.compactMapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
  }

  /// The key with its number as wide as its neighbours'; a number too long for that stays as it is.
  func respelt(_ key: String) -> String {
    let (front, number) = NumberWidths.cut(key)
    guard let width = usual[front], !number.isEmpty, number.count != width else { return key }
    let digits = number.drop { $0 == "0" }
    guard digits.count <= width else { return key }
    return front + String(repeating: "0", count: width - digits.count) + digits
  }

  private static func cut(_ key: String) -> (front: Substring, number: Substring) {
    let count = key.reversed().prefix { $0.isASCII && $0.isNumber }.count
    return (key.dropLast(count), key.suffix(count))
  }
}
