/// Numbers at places of a file, lowest byte first; nil outside the file.
struct LittleEndianFields {
  let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  func uint16(_ at: Int) -> Int? { number(at, UInt16.self).map(Int.init) }

  func uint32(_ at: Int) -> Int? { number(at, UInt32.self).map(Int.init) }

  /// nil also for what no file is as long as.
  func uint64(_ at: Int) -> Int? {
    number(at, UInt64.self).flatMap { $0 < 1 << 56 ? Int($0) : nil }
  }

  private func number<Number: FixedWidthInteger & BitwiseCopyable>(_ at: Int, _: Number.Type) -> Number? {
    guard at >= 0, at <= bytes.count - MemoryLayout<Number>.size else { return nil }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Number.self))
  }
}
