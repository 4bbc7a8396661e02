internal import Glibc
internal import Report

/// A text file as well-formed UTF-8 bytes, whatever its encoding was.
package struct TextFile {
  package var path: String
  package var encoding: TextEncoding
  /// True when the encoding was guessed from the bytes.
  package var isEncodingGuessed: Bool
  private let memory: FileBytes
  private let start: Int

  /// The decoded bytes; valid as long as this value is kept.
  package var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: memory.bytes[start...]) }

  /// - Parameter declared: the encoding to use; nil to find it out.
  /// - Throws: `Fault` (file) when the file cannot be read, (encoding) when a byte stands for no character:
  ///   with file, row and byte.
  package init(contentsOf path: String, encoding declared: TextEncoding? = nil) throws {
    try self.init(FileBytes.read(path), path: path, encoding: declared)
  }

  package init(_ raw: FileBytes, path: String, encoding declared: TextEncoding? = nil) throws {
    let marked = TextEncoding.byteOrderMark(raw.bytes)
    let detected =
      declared.map { encoding in
        DetectedEncoding(
          encoding: encoding, markBytes: marked?.encoding == encoding ? marked?.markBytes ?? 0 : 0,
          isCertain: true)
      } ?? TextEncoding.detect(raw.bytes)
    self.path = path
    encoding = detected.encoding
    isEncodingGuessed = !detected.isCertain
    let body = UnsafeRawBufferPointer(rebasing: raw.bytes[detected.markBytes...])
    if detected.encoding == .utf8 {
      if declared != nil || marked != nil, let bad = UTF8Check.firstInvalid(body) {
        throw Self.undecodable(body, at: bad, path: path, encoding: .utf8, declared: declared != nil)
      }
      memory = raw
      start = detected.markBytes
    } else {
      switch Transcoding.toUTF8(body, from: detected.encoding) {
      case .decoded(let decoded): memory = decoded
      case .broken(let offset):
        throw Self.undecodable(
          body, at: offset, path: path, encoding: detected.encoding, declared: declared != nil)
      }
      start = 0
    }
  }

  private static func undecodable(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, path: String, encoding: TextEncoding, declared: Bool
  ) -> Fault {
    var row = 1, lineStart = 0
    for i in 0..<offset where bytes[i] == 10 {
      row += 1
      lineStart = i + 1
    }
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    let byte = "0x" + (digits.count < 2 ? "0" : "") + digits
    let column = offset - lineStart + 1
    let other = TextEncoding.detect(bytes).encoding
    let remedy = other == encoding ? nil : "data.csv { \"\(path)\", encoding = \"\(other.rawValue)\" }"
    return Fault(
      .encoding, en: "byte \(column) of the row, \(byte), is no \(encoding.rawValue) character",
      zh: "该行第 \(column) 个字节 \(byte) 不是有效的 \(encoding.rawValue) 字符",
      at: Place(file: path, row: row), try: remedy)
  }
}
