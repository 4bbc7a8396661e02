internal import Report

/// What is visibly wrong with an image file before any decoder sees it.
struct ImageHarm {
  var code: Fault.Code
  var what: Text
}

/// Looks at a file's outer structure: is it an image, and does it reach its end?
///
/// A decoder fills what is missing with gray; a technician wants to hear that the camera's file was cut.
func harm(to data: [UInt8]) -> ImageHarm? {
  if data.isEmpty { return ImageHarm(code: .format, what: Text(en: "the file is empty", zh: "文件是空的")) }
  if data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return harmToPNG(data) }
  if data.starts(with: [0xFF, 0xD8, 0xFF]) { return harmToJPEG(data) }
  let starts: [[UInt8]] = [[0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A], [0x42, 0x4D]]
  if data.count > 12, starts.contains(where: { data.starts(with: $0) }) { return nil }
  return ImageHarm(
    code: .format,
    what: Text(en: "not a PNG, JPEG, TIFF or BMP image", zh: "不是 PNG、JPEG、TIFF 或 BMP 图像"))
}

private func truncated(_ data: [UInt8]) -> ImageHarm {
  let size = data.count.grouped
  return ImageHarm(
    code: .format,
    what: Text(
      en: "truncated image: the file ends after \(size) bytes, before the picture does",
      zh: "图像被截断：文件到 \(size) 字节就结束了，画面不完整"))
}

/// Walks a PNG's chunks to `IEND` (PNG specification, section 5): length, name, data, checksum.
private func harmToPNG(_ data: [UInt8]) -> ImageHarm? {
  var at = 8
  while at + 12 <= data.count {
    let length = data[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) }
    let name = data[(at + 4)..<(at + 8)]
    if name.elementsEqual([0x49, 0x45, 0x4E, 0x44]) { return nil }
    at += 12 + length
  }
  return truncated(data)
}

/// Walks a JPEG's markers to the end-of-image marker (ITU T.81, annex B).
private func harmToJPEG(_ data: [UInt8]) -> ImageHarm? {
  var at = 2
  while at + 1 < data.count {
    guard data[at] == 0xFF else {
      at += 1
      continue
    }
    switch data[at + 1] {
    case 0xD9: return nil
    case 0xFF: at += 1
    case 0x00, 0x01, 0xD0...0xD8: at += 2
    default:
      guard at + 3 < data.count else { return truncated(data) }
      at += 2 + max(2, Int(data[at + 2]) << 8 | Int(data[at + 3]))
    }
  }
  return truncated(data)
}
