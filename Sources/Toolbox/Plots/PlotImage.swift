internal import Images
internal import LuaBridge
internal import Report

/// `image.open "cam1/SN000123_1.png"`.
var imageOpen: Function {
  Function(
    "image.open", Text(en: "reads a PNG, JPEG, TIFF or BMP file", zh: "读取 PNG、JPEG、TIFF 或 BMP 图像文件"),
    .required("path", String.self, Text(en: "the file", zh: "文件")).holding(
      .file("png", "jpg", "jpeg", "tif", "tiff", "bmp")), returns: Text(en: "an image", zh: "图像"),
    example: #"image.open "strip.png""#, given: #"image.from({ {0, 80}, {160, 240} }):save "strip.png""#
  ) { path in Picture(try Image(contentsOf: path)) }
}

/// `image.from { {0, 80}, {160, 240} }`.
var imageFrom: Function {
  Function(
    "image.from",
    Text(en: "a gray image from rows of values, 0 black to 255 white", zh: "由各行像素值生成灰度图像，0 为黑，255 为白"),
    .required("rows", [[Double]].self, Text(en: "a list of rows", zh: "行的列表")),
    returns: Text(en: "an image", zh: "图像"), example: "image.from { {0, 80}, {160, 240} }"
  ) { rows in
    let width = rows.first?.count ?? 0
    guard width > 0, rows.allSatisfy({ $0.count == width }) else {
      throw Fault(
        .shape, en: "image.from: rows must hold the same number of values, at least one",
        zh: "image.from：各行的像素数应相同且不为零")
    }
    if let odd = rows.joined().first(where: { !($0 >= 0 && $0 <= 255) }) {
      throw Fault(
        .range, en: "image.from: \(odd.significant()) is not in 0 .. 255",
        zh: "image.from：\(odd.significant()) 不在 0 .. 255 之内")
    }
    let pixels = rows.joined().map { UInt8($0.rounded()) }
    return Picture(Image(width: width, height: rows.count, channels: 1, pixels: pixels))
  }
}

/// `plot.image "cam1/SN000123_1.png"`.
var plotImage: Function {
  Function(
    "plot.image", Text(en: "shows an image, or the image in a file", zh: "显示图像或图像文件"),
    .required("image", PictureOrPath.self, Text(en: "an image or a file's name", zh: "图像或文件名")).holding(
      .file("png", "jpg", "jpeg", "tif", "tiff", "bmp")),
    returns: Text(en: "the image", zh: "该图像"), example: "plot.image(image.from { {0, 80}, {160, 240} })"
  ) { image in try image.picture() }
}

/// An image, or the name of a file that holds one.
enum PictureOrPath: LuaReadable {
  case picture(Picture)
  case path(String)

  static var luaKind: LuaKind {
    LuaKind(Text(en: "image or file name", zh: "图像或文件名"), plural: "images or file names")
  }

  static func read(_ state: LuaState, _ index: Int32) throws -> PictureOrPath? {
    if let picture = try Picture.read(state, index) { return .picture(picture) }
    return String.read(state, index).map { .path($0) }
  }

  func picture() throws -> Picture {
    switch self {
    case .picture(let picture): picture
    case .path(let path): Picture(try Image(contentsOf: path))
    }
  }
}
