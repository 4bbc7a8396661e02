internal import Glibc
internal import Images
internal import Plotting
internal import Report

/// Writes a text as a whole file, or throws a `Fault` with its name and the system's reason.
func writeText(_ text: String, to path: String) throws {
  guard let file = fopen(path, "wb") else { throw unwritable(path) }
  let bytes = Array(text.utf8)
  let written = fwrite(bytes, 1, bytes.count, file)
  guard fclose(file) == 0, written == bytes.count else { throw unwritable(path) }
  FileUse(.written, path).note()
}

private func unwritable(_ path: String) -> Fault {
  let reason = String(cString: strerror(errno))
  return Fault(.file, en: "cannot be written: \(reason)", zh: "无法写入：\(reason)", at: Place(file: path))
}

extension Figure {
  /// Writes the figure as PNG, SVG or a page of HTML, by the end of the name.
  func save(_ path: String) throws {
    if path.lowercased().hasSuffix(".svg") { return try writeText(svg ?? "", to: path) }
    if path.lowercased().hasSuffix(".html") {
      var page = HTMLPage(title: title)
      page.add(figure: self)
      return try writeText(page.html, to: path)
    }
    if path.lowercased().hasSuffix(".png") {
      guard let pixels = pixels() else {
        throw Fault(.memory, en: "no memory to draw the figure", zh: "内存不足，无法绘图")
      }
      return try Image(width: pixels.width, height: pixels.height, channels: 3, pixels: pixels.values)
        .write(png: path)
    }
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? "figure"
    throw Fault(
      .usage, en: "a figure is saved as .png, .svg or .html", zh: "图只能保存为 .png、.svg 或 .html",
      at: Place(file: path),
      try: "figure:save \"\(stem).png\"")
  }
}
