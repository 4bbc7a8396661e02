/// Reads `sharedStrings.xml`: the distinct texts of a workbook, to which cells refer by number. Runs of differently
/// written letters are joined; what says how a word is pronounced is left out.
final class SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private var collected: [UInt8] = []
  private var isInText = false
  private var isInPhonetics = false

  func start(_ element: XMLElement) {
    if element.isNamed("t") {
      isInText = !isInPhonetics
    } else if element.isNamed("rPh") {
      isInPhonetics = true
    } else if element.isNamed("si") {
      collected.removeAll(keepingCapacity: true)
    }
  }

  func end(_ name: UnsafePointer<UInt8>) {
    if XMLElement.equal(name, "t") {
      isInText = false
    } else if XMLElement.equal(name, "rPh") {
      isInPhonetics = false
    } else if XMLElement.equal(name, "si") {
      texts.append(collected.withUnsafeBufferPointer { CellText.decoded($0) })
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText { collected.append(contentsOf: bytes) }
  }
}
