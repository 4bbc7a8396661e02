/// Numbers one after the other, lowest byte first.
struct LittleEndianBytes {
  var bytes: [UInt8] = []

  mutating func uint16(_ value: Int) { bytes += [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }

  mutating func uint32(_ value: Int) {
    uint16(value & 0xFFFF)
    uint16(value >> 16 & 0xFFFF)
  }
}
