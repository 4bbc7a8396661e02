internal import LuaBridge
internal import PlantData
internal import Report

/// `plot.line(t, "time", "speed")`.
var plotLine: Function {
  Function(
    "plot.line", Text(en: "columns as lines over a column of numbers or times", zh: "以数值或时间列为横轴的折线图"),
    plottedTable, column("x", "the horizontal column", "横轴列"),
    .required("y", ColumnNames.self, Text(en: "one column or several", zh: "一列或多列")).holding(.column),
    grouping("one line for each value of this column", "按该列的值分成多条线"), figureTitle,
    returns: aFigure, example: #"plot.line(t, "n", {"speed", "force"})"#, given: plotExample
  ) { table, x, y, by, title in
    try TableFigures(table: table, title: title).plane(.line, x: x, y: y.names, by: by)
  }
}

/// `plot.scatter(t, "speed", "force", { by = "result" })`.
var plotScatter: Function {
  Function(
    "plot.scatter", Text(en: "one point for each row", zh: "散点图，每行一个点"),
    plottedTable, column("x", "the horizontal column", "横轴列"),
    .required("y", ColumnNames.self, Text(en: "one column or several", zh: "一列或多列")).holding(.column),
    grouping("a colour for each value of this column", "按该列的值分颜色"), figureTitle,
    returns: aFigure, example: #"plot.scatter(t, "speed", "force", { by = "result" })"#, given: plotExample
  ) { table, x, y, by, title in
    try TableFigures(table: table, title: title).plane(.scatter, x: x, y: y.names, by: by)
  }
}

/// `plot.roc(t, "score", "result", { positive = "NG" })`.
var plotROC: Function {
  Function(
    "plot.roc",
    Text(en: "true against false positive rate for every threshold of a score", zh: "ROC 曲线：各阈值下的真正率与假正率"),
    plottedTable, column("score", "higher means more likely positive", "得分，越高越可能为正"),
    column("label", "the true class", "真实类别"),
    .requiredOption("positive", String.self, Text(en: "the class to be found", zh: "要检出的类别")), figureTitle,
    returns: aFigure, example: #"plot.roc(t, "score", "result", { positive = "NG" })"#, given: plotExample
  ) { table, score, label, positive, title in
    try TableFigures(table: table, title: title).roc(score: score, label: label, positive: positive)
  }
}

/// `plot.control_chart(t, "gauge")`.
var plotControlChart: Function {
  Function(
    "plot.control_chart",
    Text(
      en: "Shewhart chart: single values, their mean and limits at three sigma", zh: "休哈特控制图：单值、均值与三西格玛控制限"),
    plottedTable, column("column", "the measured values, in order", "按顺序的测量值"),
    .optional(
      "baseline", Int.self, Text(en: "take the limits from this many first rows", zh: "用前多少行计算控制限"), in: 2...),
    figureTitle, returns: aFigure, example: #"plot.control_chart(t, "speed")"#, given: plotExample
  ) { table, name, baseline, title in
    try TableFigures(table: table, title: title).controlChart(name, baseline: baseline)
  }
}
