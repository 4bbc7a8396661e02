internal import CXML
internal import Glibc

/// The start of an element while a document is read; its bytes are valid during the call only.
struct XMLElement {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Without prefix, ended by a zero.
  let localName: UnsafePointer<UInt8>
  /// The namespace, ended by a zero; nil when the element is in none.
  let namespace: UnsafePointer<UInt8>?
  private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let attributeCount: Int

  init(
    _ localName: UnsafePointer<UInt8>, in namespace: UnsafePointer<UInt8>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) {
    self.localName = localName
    self.namespace = namespace
    self.attributes = attributes
    attributeCount = count
  }

  var name: String { String(cString: localName) }

  @inline(__always)
  func isNamed(_ name: StaticString) -> Bool { XMLElement.equal(localName, name) }

  @inline(__always)
  static func equal(_ name: UnsafePointer<UInt8>, _ other: StaticString) -> Bool {
    name[0] == other.utf8Start[0] && memcmp(name, other.utf8Start, other.utf8CodeUnitCount + 1) == 0
  }

  /// The value of an attribute, whatever its prefix; nil when the element has none of this name.
  @inline(__always)
  func attribute(_ name: StaticString) -> Bytes? {
    for (i, local) in localNames where XMLElement.equal(local, name) { return value(i) }
    return nil
  }

  func text(_ attribute: StaticString) -> String? {
    self.attribute(attribute).map { String(decoding: $0, as: UTF8.self) }
  }

  // libxml2 gives five pointers for each attribute: local name, prefix, namespace, start and end of the value.
  @inline(__always)
  private var localNames: some Sequence<(index: Int, name: UnsafePointer<UInt8>)> {
    (0..<attributeCount).lazy.compactMap { i in attributes?[5 * i].map { (i, $0) } }
  }

  @inline(__always)
  private func value(_ i: Int) -> Bytes {
    guard let start = attributes?[5 * i + 3], let end = attributes?[5 * i + 4] else {
      return Bytes(start: nil, count: 0)
    }
    return Bytes(start: start, count: end - start)
  }
}
