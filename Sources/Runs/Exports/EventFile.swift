/// TensorBoard's file of events: TFRecord frames, each with an `Event` in Protocol Buffers' wire format
/// (tensorflow/core/util/event.proto, summary.proto).
struct EventFile {
  private(set) var bytes: [UInt8] = []

  init(at time: Double) { add(time: time, Message().bytes(3, Array("brain.Event:2".utf8))) }

  mutating func add(_ tag: String, _ value: Double, step: Int, at time: Double) {
    let value = Message().bytes(1, Array(tag.utf8)).float(2, Float(value))
    let summary = Message().bytes(1, value.encoded)
    add(time: time, Message().varint(2, step).bytes(5, summary.encoded))
  }

  /// length, its checksum, the event, its checksum; all little-endian.
  private mutating func add(time: Double, _ rest: Message) {
    let event = Message().double(1, time).encoded + rest.encoded
    let length = EventFile.bytes(of: UInt64(event.count))
    bytes += length + EventFile.bytes(of: CRC32C.masked(length))
    bytes += event + EventFile.bytes(of: CRC32C.masked(event))
  }

  static func bytes(of number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}

/// Fields of a Protocol Buffers message, one after the other.
private struct Message {
  private(set) var encoded: [UInt8] = []

  func double(_ field: Int, _ value: Double) -> Message {
    adding(field, 1, EventFile.bytes(of: value.bitPattern))
  }

  func float(_ field: Int, _ value: Float) -> Message {
    adding(field, 5, EventFile.bytes(of: value.bitPattern))
  }

  func varint(_ field: Int, _ value: Int) -> Message { adding(field, 0, Message.varint(value)) }

  func bytes(_ field: Int, _ value: [UInt8]) -> Message {
    adding(field, 2, Message.varint(value.count) + value)
  }

  private func adding(_ field: Int, _ type: Int, _ value: [UInt8]) -> Message {
    var copy = self
    copy.encoded += Message.varint(field << 3 | type) + value
    return copy
  }

  private static func varint(_ value: Int) -> [UInt8] {
    var rest = UInt64(bitPattern: Int64(value))
    var bytes: [UInt8] = []
    while rest > 0x7f {
      bytes.append(UInt8(rest & 0x7f) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }
}
