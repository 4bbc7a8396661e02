/// Many images of one size in one piece of memory [count, height, width, channels], one byte for each value.
public final class PixelBlock: Sendable {
  public let count, height, width, channels: Int
  public let bytes: [UInt8]

  public init(count: Int, height: Int, width: Int, channels: Int, bytes: [UInt8]) {
    precondition(bytes.count == count * height * width * channels, "PixelBlock: bytes do not fit the sizes")
    (self.count, self.height, self.width, self.channels) = (count, height, width, channels)
    self.bytes = bytes
  }

  /// The bytes of one image [height, width, channels]; `index` counts from 0.
  public func image(_ index: Int) -> ArraySlice<UInt8> {
    let size = height * width * channels
    return bytes[index * size..<(index + 1) * size]
  }
}

extension PixelBlock: Hashable {
  public static func == (a: PixelBlock, b: PixelBlock) -> Bool { a === b }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
