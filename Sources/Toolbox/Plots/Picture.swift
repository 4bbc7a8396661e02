internal import Images
internal import LuaBridge
internal import Report

/// An image that Lua holds.
final class Picture: LuaClass, Displayable {
  let image: Image

  init(_ image: Image) { self.image = image }

  static var luaName: String { "image" }
  static var luaTitle: Text { Text(en: "image", zh: "图像") }
  var luaExternalBytes: Int { image.pixels.count }

  func text(on surface: Surface) -> String { image.text(on: surface) }
  var html: String? { image.html }
}

/// What an image can do.
@ItemBuilder var pictureType: [any Item] {
  let given = "i = image.from { {0, 80}, {160, 240} }"
  ObjectType(
    Picture.self, Text(en: "a picture in memory; shows itself at the prompt", zh: "内存中的图像；在提示符下直接显示"),
    given: given)
  Property(
    of: Picture.self, "width", Text(en: "pixels across", zh: "宽度（像素）"), example: "return i.width",
    given: given
  ) {
    $0.image.width
  }
  Property(
    of: Picture.self, "height", Text(en: "pixels down", zh: "高度（像素）"), example: "return i.height",
    given: given
  ) {
    $0.image.height
  }
  Property(
    of: Picture.self, "channels", Text(en: "1 for gray, 3 for colour", zh: "1 为灰度，3 为彩色"),
    example: "return i.channels", given: given
  ) { $0.image.channels }
  Property(
    of: Picture.self, "gray", Text(en: "the same in gray", zh: "灰度图像"), example: "return i.gray", given: given
  ) {
    Picture($0.image.gray)
  }
  Method(
    of: Picture.self, "resize", Text(en: "the same at another size", zh: "缩放到另一尺寸"),
    .required("width", Int.self, Text(en: "pixels across", zh: "宽度（像素）"), in: 1...8192),
    .required("height", Int.self, Text(en: "pixels down", zh: "高度（像素）"), in: 1...8192),
    returns: Text(en: "an image", zh: "图像"), example: "i:resize(4, 4)", given: given
  ) { picture, width, height in Picture(picture.image.resized(width: width, height: height)) }
  Method(
    of: Picture.self, "save", Text(en: "writes the image as PNG", zh: "将图像写入 PNG 文件"),
    .required("path", String.self, Text(en: "a name that ends in .png", zh: "以 .png 结尾的文件名")).holding(
      .file("png")),
    returns: Text(en: "the image", zh: "该图像"), example: #"i:save "strip.png""#, given: given
  ) { picture, path in
    guard path.lowercased().hasSuffix(".png") else {
      throw Fault(.usage, en: "an image is saved as .png", zh: "图像只能保存为 .png", at: Place(file: path))
    }
    try picture.image.write(png: path)
    return picture
  }
}
