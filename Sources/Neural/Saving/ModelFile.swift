internal import CZlib
internal import Exchange
internal import Report

/// The bytes of a model file: a fixed front, the header as JSON, the weights, a checksum.
///
///     0   8   "PLANTSHM"
///     8   4   version of the format
///     12  4   bytes of the header, h
///     16  8   bytes of the whole file
///     24  h   the header, JSON in UTF-8
///     ..  4n  the weights, float32
///     ..  4   CRC-32 of everything before (RFC 1952)
///
/// All numbers are little-endian.
struct ModelFile {
  static let magic = Array("PLANTSHM".utf8)
  static let version = 1
  private static let front = 24

  var header: JSON
  var weights: [Float]

  init(header: JSON, weights: [Float]) {
    self.header = header
    self.weights = weights
  }

  var bytes: [UInt8] {
    let text = Array(header.text.utf8)
    let total = ModelFile.front + text.count + 4 * weights.count + 4
    var bytes = ModelFile.magic
    bytes.reserveCapacity(total)
    bytes.append(littleEndian: UInt32(ModelFile.version))
    bytes.append(littleEndian: UInt32(text.count))
    bytes.append(littleEndian: UInt64(total))
    bytes += text
    for weight in weights { bytes.append(littleEndian: weight.bitPattern) }
    bytes.append(littleEndian: ModelFile.checksum(bytes[...]))
    return bytes
  }

  /// Reads a file's bytes; a fault says what is wrong with them.
  init(_ bytes: [UInt8], file: String) throws {
    let place = Place(file: file)
    try ModelFile.checkFront(bytes, at: place)
    let total = bytes.littleEndian(UInt64.self, at: 16)
    guard total == bytes.count else {
      let (seen, wanted) = (bytes.count.grouped, Int(clamping: total).grouped)
      throw Fault(
        .format, en: "the model file is cut off or damaged: it has \(seen) bytes, wanted \(wanted)",
        zh: "模型文件不完整或已损坏：现有 \(seen) 字节，应为 \(wanted) 字节", at: place)
    }
    let body = bytes.dropLast(4)
    guard body.count >= ModelFile.front,
      ModelFile.checksum(body) == bytes.littleEndian(UInt32.self, at: bytes.count - 4)
    else {
      throw Fault(
        .format, en: "the model file is damaged: its checksum does not match", zh: "模型文件已损坏：校验和不符",
        at: place)
    }
    let length = Int(bytes.littleEndian(UInt32.self, at: 12))
    let rest = body.count - ModelFile.front - length
    guard rest >= 0, rest % 4 == 0,
      let header = JSON(parsing: bytes[ModelFile.front..<ModelFile.front + length])
    else {
      throw ModelFile.damagedHeader(at: place)
    }
    self.header = header
    let start = ModelFile.front + length
    weights = (0..<rest / 4).map { Float(bitPattern: bytes.littleEndian(UInt32.self, at: start + 4 * $0)) }
  }

  /// Whether the first bytes are those of a model that this program can read.
  private static func checkFront(_ bytes: [UInt8], at place: Place) throws {
    guard bytes.count >= front, bytes.starts(with: magic) else {
      throw Fault(.format, en: "this is not a plantsh model", zh: "这不是 plantsh 模型文件", at: place)
    }
    let found = bytes.littleEndian(UInt32.self, at: 8)
    guard found <= version else {
      throw Fault(
        .format,
        en: "the model was saved by a newer plantsh (format \(found), this one reads up to \(version))",
        zh: "该模型由更新版本的 plantsh 保存（格式 \(found)，本版本最高支持 \(version)）", at: place)
    }
  }

  private static func damagedHeader(at place: Place) -> Fault {
    Fault(.format, en: "the model file's header is damaged", zh: "模型文件的头部已损坏", at: place)
  }

  /// The header alone, from a source that gives the file's next bytes.
  static func header(of file: String, next: (Int) -> [UInt8]) throws -> JSON {
    let place = Place(file: file)
    let bytes = next(front)
    try checkFront(bytes, at: place)
    let length = Int(bytes.littleEndian(UInt32.self, at: 12))
    guard length <= 1 << 26, let header = JSON(parsing: next(length)) else { throw damagedHeader(at: place) }
    return header
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  fileprivate func littleEndian<Number: FixedWidthInteger>(_ type: Number.Type, at place: Int) -> Number {
    withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: type)) }
  }
}
