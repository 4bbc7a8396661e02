internal import CLeptonica
internal import Report

extension Image {
  /// The most pixels that one image may have: 2²⁸, a gray picture of 16,384 by 16,384.
  public static let mostPixels = 1 << 28

  /// Reads a PNG, JPEG, TIFF or BMP file of any bit depth. Deeper values keep their upper 8 bits, palettes
  /// are resolved, alpha is dropped.
  ///
  /// Throws a `Fault` that names the file and the reason: missing, empty, not an image, truncated, too big.
  ///
  /// - Parameter size: when given, a picture of more than twice this size in both directions may come in a half, a
  ///   quarter or an eighth of its own size, but not below this one: a JPEG is then decoded faster, each new pixel
  ///   the mean of those it covers.
  public init(contentsOf path: String, covering size: (width: Int, height: Int)? = nil) throws {
    try self.init(data: try readFile(path), name: path, covering: size)
  }

  /// Decodes a file's bytes; `name` is what faults call it. See `init(contentsOf:covering:)`.
  public init(data: [UInt8], name: String, covering size: (width: Int, height: Int)? = nil) throws {
    let place = Place(file: name)
    if let harm = harm(to: data) { throw Fault(harm.code, harm.what, at: place) }
    var width: Int32 = 0
    var height: Int32 = 0
    var format: Int32 = 0
    guard image_header(data, data.count, &width, &height, &format) == 0 else {
      throw Image.undecodable(place)
    }
    guard width > 0, height > 0, Int(width) * Int(height) <= Image.mostPixels else {
      throw Fault(
        .limit, en: "\(width)x\(height) is more than \(Image.mostPixels.grouped) pixels",
        zh: "\(width)x\(height) 超过 \(Image.mostPixels.grouped) 像素上限", at: place)
    }
    let least = size.map { min(Int(width) / max(1, $0.width), Int(height) / max(1, $0.height)) } ?? 1
    guard let decoded = image_open(data, data.count, Int32(clamping: least)) else {
      throw Image.undecodable(place)
    }
    defer { image_close(decoded) }
    let channels = Int(image_channels(decoded))
    let count = Int(image_width(decoded)) * Int(image_height(decoded)) * channels
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      image_copy(decoded, buffer.baseAddress)
      filled = count
    }
    self.init(
      width: Int(image_width(decoded)), height: Int(image_height(decoded)), channels: channels, pixels: pixels
    )
  }

  private static func undecodable(_ place: Place) -> Fault {
    let words = String(cString: image_words()).split(separator: "\n").map(String.init)
    return Fault(
      .format, en: "the image is damaged and cannot be decoded", zh: "图像已损坏，无法解码", at: place,
      details: words)
  }
}
