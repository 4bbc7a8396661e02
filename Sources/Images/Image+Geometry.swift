internal import Report

extension Image {
  /// The part whose upper left corner is at `x`, `y`, from 0. Throws when it does not lie inside.
  public func cropped(x: Int, y: Int, width: Int, height: Int) throws -> Image {
    let inside =
      x >= 0 && y >= 0 && width > 0 && height > 0 && x <= self.width - width && y <= self.height - height
    guard inside else {
      throw Fault(
        .range, en: "crop \(width)x\(height) at \(x), \(y) is not inside the \(size) image",
        zh: "裁剪区 \(width)x\(height)（起点 \(x)，\(y)）超出 \(size) 图像")
    }
    var values: [UInt8] = []
    values.reserveCapacity(width * height * channels)
    for row in y..<(y + height) {
      let start = (row * self.width + x) * channels
      values += pixels[start..<(start + width * channels)]
    }
    return Image(width: width, height: height, channels: channels, pixels: values)
  }

  /// Left and right exchanged.
  public var flippedHorizontally: Image {
    Image(width: width, height: height, channels: channels) { x, y, pixel in
      for c in 0..<channels { pixel[c] = self[width - 1 - x, y, c] }
    }
  }

  /// Top and bottom exchanged.
  public var flippedVertically: Image {
    Image(width: width, height: height, channels: channels) { x, y, pixel in
      for c in 0..<channels { pixel[c] = self[x, height - 1 - y, c] }
    }
  }
}
