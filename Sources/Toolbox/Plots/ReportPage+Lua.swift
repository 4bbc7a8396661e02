internal import LuaBridge
internal import PlantData
internal import Plotting
internal import Report

/// `report "Line 3"`.
var report: Function {
  Function(
    "report", Text(en: "starts a report: one HTML file with tables and plots", zh: "新建报告：含表格和图的单个 HTML 文件"),
    .required("title", String.self, Text(en: "the title", zh: "标题")), returns: Text(en: "a report", zh: "报告"),
    example: #"report "Line 3""#
  ) { title in ReportPage(title) }
}

/// What a report can do.
@ItemBuilder var reportType: [any Item] {
  let given = plotExample + "\nr = report \"Line 3\""
  let itself = Text(en: "the report", zh: "该报告")
  ObjectType(
    ReportPage.self, Text(en: "a report that grows part by part", zh: "逐段添加内容的报告"), given: given)
  Method(
    of: ReportPage.self, "heading", Text(en: "adds a heading", zh: "添加小标题"),
    .required("text", String.self, Text(en: "the heading", zh: "小标题")), returns: itself,
    example: #"r:heading "Data""#, given: given
  ) { page, text in page.add { $0.add(heading: Text(text)) } }
  Method(
    of: ReportPage.self, "text", Text(en: "adds text; an empty line starts a paragraph", zh: "添加正文；空行分段"),
    .required("text", String.self, Text(en: "the text", zh: "正文")), returns: itself,
    example: #"r:text "Two rows were refused.""#, given: given
  ) { page, text in page.add { $0.add(paragraph: Text(text)) } }
  Method(
    of: ReportPage.self, "key", Text(en: "adds a key figure, shown large", zh: "添加突出显示的关键指标"),
    .required("name", String.self, Text(en: "what it is", zh: "指标名称")),
    .required("value", LuaValue.self, Text(en: "a number or a text", zh: "数或文本")), returns: itself,
    example: #"r:key("accuracy", 0.951)"#, given: given
  ) { page, name, value in page.add(key: name, try keyText(value)) }
  Method(
    of: ReportPage.self, "table", Text(en: "adds a table", zh: "添加表格"),
    .required("table", Table.self, Text(en: "the table", zh: "表")), returns: itself,
    example: "r:table(t)", given: given
  ) { page, table in page.add { part in ShownObject(table).map { part.add(value: $0.shown) } } }
  Method(
    of: ReportPage.self, "figure",
    Text(en: "adds a figure, or any value that shows itself", zh: "添加图或任何可显示的值"),
    .required("value", ShownObject.self, Text(en: "a figure, an image, a network", zh: "图、图像、网络等")),
    returns: itself, example: #"r:figure(plot.histogram(t, "speed"))"#, given: given
  ) { page, value in page.add { $0.add(value: value.shown) } }
  Method(
    of: ReportPage.self, "listing", Text(en: "adds text whose lines and spaces are kept", zh: "添加保留换行和空格的文本"),
    .required("text", String.self, Text(en: "the lines", zh: "文本")), returns: itself,
    example: #"r:listing "a  b""#, given: given
  ) { page, text in page.add { $0.add(listing: text) } }
  Method(
    of: ReportPage.self, "save", Text(en: "writes the report", zh: "保存报告"),
    .required("path", String.self, Text(en: "a name that ends in .html", zh: "以 .html 结尾的文件名")).holding(
      .file("html")),
    returns: itself, example: #"r:save "report.html""#, given: given
  ) { page, path in
    try page.save(path)
    return page
  }
}

/// A key figure as it is shown: numbers with few digits.
private func keyText(_ value: LuaValue) throws -> String {
  switch value {
  case .int(let number): return number.grouped
  case .number(let number): return number.significant(4)
  case .string(let text): return text
  case .bool(let flag): return flag ? "true" : "false"
  default:
    throw Fault(.type, en: "key: value must be a number or a text", zh: "key：指标的值应为数或文本")
  }
}
