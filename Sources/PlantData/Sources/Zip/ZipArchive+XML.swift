internal import Report

extension ZipArchive {
  /// Reads a part of the archive as XML.
  ///
  /// - Throws: `Fault` (format) with line and column within the part, or what the handler threw.
  func parse(_ part: String, _ handler: any XMLHandler) throws {
    let document = XMLDocument(handler)
    do {
      try read(part) { try document.feed($0) }
      try document.end()
    } catch let damage as XMLDocument.Damage {
      let words = damage.words
      throw Fault(
        .format, en: "\(part) line \(damage.line), column \(damage.column): \(words.en)",
        zh: "\(part) 第 \(damage.line) 行第 \(damage.column) 列：\(words.zh)", at: Place(file: path))
    }
  }
}
