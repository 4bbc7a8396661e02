internal import CXML
internal import Report

/// Who is told what a document holds, in the order in which it stands there.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement) throws
  /// - Parameter name: the local name of the element that ends.
  func end(_ name: UnsafePointer<UInt8>) throws
  /// Text between tags; long text comes in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads one XML document that comes in pieces, with libxml2's push parser.
///
/// Nothing outside the document is fetched and no entity is expanded: a document that declares a document type is
/// refused, since data of plants needs none and since entities within entities can grow without end.
final class XMLDocument {
  /// Where and why reading stopped.
  struct Damage: Error {
    var line: Int
    var column: Int
    var words: Text
  }

  private let handler: any XMLHandler
  private var parser: xmlParserCtxtPtr?
  private var stop: (any Error)?
  /// How many elements are open.
  private var depth = 0

  init(_ handler: any XMLHandler) {
    self.handler = handler
    var events = xmlSAXHandler()
    events.initialized = UInt32(XML_SAX2_MAGIC)
    events.startElementNs = { user, name, _, namespace, _, _, count, _, attributes in
      guard let user, let name else { return }
      XMLDocument.of(user).start(XMLElement(name, in: namespace, attributes, count: Int(count)))
    }
    events.endElementNs = { user, name, _, _ in
      guard let user, let name else { return }
      XMLDocument.of(user).end(name)
    }
    events.characters = { user, text, count in
      guard let user, let text else { return }
      XMLDocument.of(user).handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    events.cdataBlock = events.characters
    events.ignorableWhitespace = events.characters
    events.internalSubset = { user, _, _, _ in
      guard let user else { return }
      XMLDocument.of(user).refuseDocumentType()
    }
    // Faults are asked for afterwards; nothing is printed.
    events.serror = { _, _ in }
    parser = xmlCreatePushParserCtxt(
      &events, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit {
    if let document = parser?.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(parser)
  }

  private static func of(_ user: UnsafeMutableRawPointer) -> XMLDocument {
    Unmanaged<XMLDocument>.fromOpaque(user).takeUnretainedValue()
  }

  /// Reads the next piece.
  ///
  /// - Throws: `Damage`, or what the handler threw.
  func feed(_ piece: UnsafeRawBufferPointer) throws {
    var rest = piece
    while !rest.isEmpty {
      try Interruption.check()
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 16))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(part.count))
      try check(xmlParseChunk(parser, part.bindMemory(to: CChar.self).baseAddress, Int32(part.count), 0))
    }
  }

  /// Says that the document is at its end.
  func end() throws { try check(xmlParseChunk(parser, nil, 0, 1)) }

  private func check(_ status: Int32) throws {
    if let stop { throw stop }
    guard status != 0 else { return }
    let error = xmlCtxtGetLastError(parser).pointee
    let words = error.message.map { String(cString: $0) } ?? "error \(status)"
    let line = words.split(whereSeparator: \.isNewline).first.map(String.init) ?? words
    let isCut = error.code == Int32(XML_ERR_DOCUMENT_END.rawValue) && depth > 0
    throw Damage(
      line: Int(error.line), column: max(1, Int(error.int2)),
      words: isCut
        ? Text(en: "the document is cut off", zh: "文档不完整") : Text(en: line, zh: "不是有效的 XML（\(line)）"))
  }

  private func start(_ element: XMLElement) {
    depth += 1
    attempt { try handler.start(element) }
  }

  private func end(_ name: UnsafePointer<UInt8>) {
    depth -= 1
    attempt { try handler.end(name) }
  }

  private func attempt(_ work: () throws -> Void) {
    guard stop == nil else { return }
    do { try work() } catch { halt(error) }
  }

  private func halt(_ error: any Error) {
    stop = stop ?? error
    xmlStopParser(parser)
  }

  private func refuseDocumentType() {
    halt(
      Damage(
        line: line, column: 1,
        words: Text(
          en: "a document type (DOCTYPE) is declared, which data needs none of and which is not read",
          zh: "含有 DOCTYPE 声明；数据文档不需要它，拒绝读取")))
  }

  /// The line that is being read.
  var line: Int { Int(parser?.pointee.input?.pointee.line ?? 1) }
}
