/// A picture in memory: 8 bits a channel, gray (1 channel) or colour (3 channels: red, green, blue).
///
///     let image = try Image(contentsOf: "cam1/SN000123_1.png")
///     image.gray.resized(width: 64, height: 64)      // gray, 64x64
public struct Image: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// 1 for gray, 3 for colour.
  public let channels: Int
  /// The values [height, width, channels], row after row, channels last.
  public let pixels: [UInt8]

  public init(width: Int, height: Int, channels: Int, pixels: [UInt8]) {
    precondition(width > 0 && height > 0, "Image: an image has at least one pixel")
    precondition(channels == 1 || channels == 3, "Image: 1 or 3 channels")
    precondition(pixels.count == width * height * channels, "Image: pixels do not fill the size")
    self.width = width
    self.height = height
    self.channels = channels
    self.pixels = pixels
  }

  /// An image whose every pixel follows from its place: `fill` gets x and y and sets the channels.
  public init(
    width: Int, height: Int, channels: Int,
    filling fill: (_ x: Int, _ y: Int, _ pixel: UnsafeMutableBufferPointer<UInt8>) -> Void
  ) {
    let count = width * height * channels
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      buffer.initialize(repeating: 0)
      for y in 0..<height {
        for x in 0..<width {
          let start = (y * width + x) * channels
          fill(x, y, UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + channels)]))
        }
      }
      filled = count
    }
    self.init(width: width, height: height, channels: channels, pixels: pixels)
  }

  /// The value at column `x` and row `y`, from 0 at the left and the top.
  public subscript(x: Int, y: Int, channel: Int = 0) -> UInt8 {
    pixels[(y * width + x) * channels + channel]
  }

  /// "128x128", the way sizes are written: width first.
  public var size: String { "\(width)x\(height)" }
}
