public import Inspection
public import LuaBridge
internal import Plotting
public import Report

extension ClassificationReport: LuaClass {
  public static var luaName: String { "evaluation" }
  public static var luaTitle: Text { Text(en: "evaluation", zh: "评估结果") }
}

extension RegressionReport: LuaClass {
  public static var luaName: String { "fit_quality" }
  public static var luaTitle: Text { Text(en: "evaluation of numbers", zh: "数值评估结果") }
}

private let evaluationGiven = trainedGiven + "\nr = net:evaluate(t, { good = \"low\" })"

var evaluationType: ObjectType<ClassificationReport> {
  ObjectType(
    ClassificationReport.self,
    Text(en: "what a classifier did on rows it had not seen", zh: "分类器在未见过的数据上的表现"), given: evaluationGiven)
}

var evaluationAccuracy: Property {
  Property(
    of: ClassificationReport.self, "accuracy", Text(en: "share of rows that were right", zh: "判断正确的比例"),
    example: "r.accuracy"
  ) { $0.accuracy.value }
}

var evaluationEscape: Property {
  Property(
    of: ClassificationReport.self, "escape",
    Text(en: "share of bad units that passed; nil without a good class", zh: "不合格品被放行的比例；未指定合格类时为 nil"),
    example: "r.escape"
  ) { $0.escape?.value }
}

var evaluationOverkill: Property {
  Property(
    of: ClassificationReport.self, "overkill",
    Text(
      en: "share of good units that were rejected; nil without a good class", zh: "合格品被误判的比例；未指定合格类时为 nil"),
    example: "r.overkill"
  ) { $0.overkill?.value }
}

var evaluationClasses: Property {
  Property(
    of: ClassificationReport.self, "classes", Text(en: "names of the classes", zh: "类别名称"),
    example: "r.classes"
  ) { $0.confusion.classes }
}

var evaluationConfusion: Property {
  Property(
    of: ClassificationReport.self, "confusion",
    Text(en: "counts: a row for each true class, a column for each predicted", zh: "计数：每行一个真实类别，每列一个预测类别"),
    example: "r.confusion[1][2]"
  ) { $0.confusion.counts }
}

var evaluationFigure: Method {
  Method(
    of: ClassificationReport.self, "plot", Text(en: "draws the confusion matrix", zh: "画出混淆矩阵"),
    returns: Text(en: "a figure", zh: "图形"), example: "r:plot()"
  ) { (report: ClassificationReport) in report.figure }
}

var evaluationSave: Method {
  Method(
    of: ClassificationReport.self, "save",
    Text(en: "writes the evaluation as one HTML page", zh: "把评估结果存为一个 HTML 页面"),
    .required("path", String.self, Text(en: "the file to write", zh: "要写入的文件")).holding(.file("html")),
    example: #"r:save "evaluation.html""#
  ) { (report: ClassificationReport, path: String) throws in
    var page = HTMLPage(title: Text(en: "Evaluation", zh: "模型评估"))
    page.add(paragraph: report.headline)
    page.add(table: report.scoresGrid)
    page.add(figure: report.figure)
    try writeText(page.html, to: path)
  }
}

extension ClassificationReport {
  var figure: Figure { .confusion(confusion.counts, classes: confusion.classes) }
}

var regressionType: ObjectType<RegressionReport> {
  ObjectType(
    RegressionReport.self, Text(en: "how far predicted numbers are from the truth", zh: "预测数值与真实值的差距"),
    given: """
      t = data.table { x = { 0, 1, 2, 3, 4, 5, 6, 7 }, y = { 0.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5 } }
      net = models.mlp { hidden = { 8 } }
      net:fit(t, { target = "y", epochs = 5, batch = 4, seed = 1 })
      r = net:evaluate(t)
      """)
}

var regressionError: Property {
  Property(
    of: RegressionReport.self, "error",
    Text(en: "mean absolute error, in the target's unit", zh: "平均绝对误差，单位同目标"),
    example: "r.error"
  ) { $0.meanAbsoluteError }
}

var regressionDetermination: Property {
  Property(
    of: RegressionReport.self, "r2",
    Text(en: "share of the target's variance that is explained", zh: "目标方差中被解释的比例"),
    example: "r.r2"
  ) { $0.determination }
}
