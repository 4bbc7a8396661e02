extension Image {
  /// The image in gray: ITU-R BT.601 luma, 0.299 red + 0.587 green + 0.114 blue.
  public var gray: Image {
    guard channels == 3 else { return self }
    let count = width * height
    let values = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      pixels.withUnsafeBufferPointer { source in
        for i in 0..<count {
          let red = Int(source[3 * i]) * 19_595
          let green = Int(source[3 * i + 1]) * 38_470
          let blue = Int(source[3 * i + 2]) * 7_471
          buffer[i] = UInt8((red + green + blue + 32_768) >> 16)
        }
      }
      filled = count
    }
    return Image(width: width, height: height, channels: 1, pixels: values)
  }

  /// The image with three channels; gray becomes equal red, green and blue.
  public var rgb: Image {
    guard channels == 1 else { return self }
    let count = width * height
    let values = [UInt8](unsafeUninitializedCapacity: 3 * count) { buffer, filled in
      for i in 0..<count {
        let value = pixels[i]
        buffer[3 * i] = value
        buffer[3 * i + 1] = value
        buffer[3 * i + 2] = value
      }
      filled = 3 * count
    }
    return Image(width: width, height: height, channels: 3, pixels: values)
  }
}
