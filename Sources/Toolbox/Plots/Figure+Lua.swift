public import LuaBridge
public import Plotting
public import Report

extension Figure: LuaClass {
  public static var luaName: String { "figure" }
  public static var luaTitle: Text { Text(en: "figure", zh: "图") }
}

/// What a figure can do.
@ItemBuilder var figureType: [any Item] {
  let given = "f = plot.histogram(data.table { speed = {11.2, 11.4, 12.9} }, \"speed\")"
  ObjectType(
    Figure.self, Text(en: "a plot; shows itself at the prompt", zh: "图；在提示符下直接显示"), given: given)
  Method(
    of: Figure.self, "save", Text(en: "writes the figure as PNG, SVG or HTML", zh: "将图写入 PNG、SVG 或 HTML 文件"),
    .required(
      "path", String.self,
      Text(en: "a name that ends in .png, .svg or .html", zh: "以 .png、.svg 或 .html 结尾的文件名")
    ).holding(.file("png", "svg", "html")),
    returns: Text(en: "the figure", zh: "该图"), example: #"f:save "speed.svg""#, given: given
  ) { figure, path in
    try figure.save(path)
    return figure
  }
  Method(
    of: Figure.self, "titled", Text(en: "the same figure under another title", zh: "换一个标题的同一张图"),
    .required("title", String.self, Text(en: "the new title", zh: "新标题")),
    returns: Text(en: "a figure", zh: "图"), example: #"f:titled "speed of line 3""#, given: given
  ) { figure, title in figure.titled(Text(title)) }
  Property(
    of: Figure.self, "svg", Text(en: "the figure as an SVG text", zh: "图的 SVG 文本"), example: "return #f.svg",
    given: given
  ) { figure in figure.svg ?? "" }
  Property(
    of: Figure.self, "words", Text(en: "what the figure shows, in words", zh: "用文字描述图的内容"),
    example: "return f.words", given: given
  ) { figure in figure.text(on: Surface(plain: true)) }
}
