internal import CLeptonica
internal import Glibc
internal import Report

extension Image {
  /// The image as a PNG file's bytes.
  public func pngData() throws -> [UInt8] {
    var size = 0
    guard let bytes = image_png(pixels, Int32(width), Int32(height), Int32(channels), &size) else {
      throw Fault(.memory, en: "no memory to encode a \(self.size) image", zh: "内存不足，无法编码 \(self.size) 图像")
    }
    defer { free(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: size))
  }

  /// Writes the image as a PNG file.
  public func write(png path: String) throws {
    try writeFile(try pngData(), to: path)
  }
}
