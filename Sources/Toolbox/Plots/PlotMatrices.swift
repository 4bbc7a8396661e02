internal import LuaBridge
internal import PlantData
internal import Plotting
internal import Report

/// `plot.heatmap({{1, 2}, {3, 4}}, { rows = {"a", "b"} })`.
var plotHeatmap: Function {
  Function(
    "plot.heatmap", Text(en: "a matrix as shaded cells", zh: "热力图：用深浅表示矩阵"),
    .required("values", [[Double]].self, Text(en: "a list of rows", zh: "行的列表")),
    .optional("rows", [String].self, Text(en: "names of the rows", zh: "各行的名称")),
    .optional("columns", [String].self, Text(en: "names of the columns", zh: "各列的名称")),
    .option("title", String.self, Text(en: "the title", zh: "标题"), default: ""),
    returns: aFigure, example: #"plot.heatmap({ {1, 2}, {3, 4} }, { rows = {"R1", "R2"} })"#
  ) { values, rows, columns, title in
    let width = values.first?.count ?? 0
    let right =
      !values.isEmpty && values.allSatisfy { $0.count == width }
      && (rows ?? [""]).count == (rows == nil ? 1 : values.count)
      && (columns ?? [""]).count == (columns == nil ? 1 : width)
    guard right, width > 0 else {
      throw Fault(
        .shape,
        en:
          "plot.heatmap: rows must be equally long, with a name for each row and column when names are given",
        zh: "plot.heatmap：各行长度应相同；给出名称时，每行每列都要有名称")
    }
    return Figure.heatmap(
      rows: rows ?? (1...values.count).map { "\($0)" }, columns: columns ?? (1...width).map { "\($0)" },
      values: values, title: Text(title))
  }
}

/// `plot.correlation(t, {"speed", "force"})`.
var plotCorrelation: Function {
  Function(
    "plot.correlation", Text(en: "how strongly columns go together, from -1 to 1", zh: "各列之间的相关系数，-1 到 1"),
    plottedTable, .required("columns", [String].self, Text(en: "columns of numbers", zh: "数值列")), figureTitle,
    returns: aFigure, example: #"plot.correlation(t, {"speed", "force"})"#, given: plotExample
  ) { table, names, title in try TableFigures(table: table, title: title).correlation(names) }
}

/// `plot.confusion(t, "result", "guess")`.
var plotConfusion: Function {
  Function(
    "plot.confusion", Text(en: "confusion matrix: true against predicted class", zh: "混淆矩阵：真实类别与预测类别"),
    plottedTable, column("actual", "the true class", "真实类别列"),
    column("predicted", "the class that was predicted", "预测类别列"), figureTitle,
    returns: aFigure, example: #"plot.confusion(t, "result", "guess")"#, given: plotExample
  ) { table, actual, predicted, title in
    try TableFigures(table: table, title: title).confusion(actual: actual, predicted: predicted)
  }
}
