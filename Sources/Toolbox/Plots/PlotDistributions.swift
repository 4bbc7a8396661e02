internal import LuaBridge
internal import PlantData
internal import Report

/// `plot.histogram(t, "temperature", { bins = 20 })`.
var plotHistogram: Function {
  Function(
    "plot.histogram", Text(en: "how often the values of a column occur", zh: "直方图：一列数值的分布"),
    plottedTable, column("column", "the numbers", "数值列"),
    .optional(
      "bins", Int.self, Text(en: "how many intervals; round ones by default", zh: "区间个数；默认取整齐的区间"),
      in: 1...1000),
    figureTitle, returns: aFigure, example: #"plot.histogram(t, "speed", { bins = 3 })"#, given: plotExample
  ) { table, name, bins, title in
    try TableFigures(table: table, title: title).histogram(name, bins: bins)
  }
}

/// `plot.bar(t, "station", { value = "speed" })`.
var plotBar: Function {
  Function(
    "plot.bar",
    Text(en: "a bar for each value of a column: rows, or the mean of another", zh: "条形图：各类别的行数或另一列的均值"),
    plottedTable, column("by", "a bar for each value of this column", "按该列的值分条"),
    .optional("value", String.self, Text(en: "show the mean of this column", zh: "显示该列的均值")).holding(.column),
    figureTitle,
    returns: aFigure, example: #"plot.bar(t, "station", { value = "speed" })"#, given: plotExample
  ) { table, by, value, title in
    try TableFigures(table: table, title: title).bar(by, value: value)
  }
}

/// `plot.box(t, "gauge", { by = "station" })`.
var plotBox: Function {
  Function(
    "plot.box", Text(en: "median, quartiles and outliers", zh: "箱线图：中位数、四分位数与离群值"),
    plottedTable, column("column", "the numbers", "数值列"),
    grouping("a box for each value of this column", "按该列的值分箱"), figureTitle,
    returns: aFigure, example: #"plot.box(t, "speed", { by = "station" })"#, given: plotExample
  ) { table, name, by, title in try TableFigures(table: table, title: title).box(name, by: by) }
}
