internal import LuaBridge
internal import PlantData
internal import Report

// Parameters that several plots share.

var plottedTable: Parameter<Table> {
  .required("table", Table.self, Text(en: "where the columns are", zh: "列所在的表"))
}

var figureTitle: Parameter<String?> {
  .optional("title", String.self, Text(en: "the title; made from the columns otherwise", zh: "标题；默认由列名组成"))
}

func column(_ name: String, _ en: String, _ zh: String) -> Parameter<String> {
  .required(name, String.self, Text(en: en, zh: zh)).holding(.column)
}

func grouping(_ en: String, _ zh: String) -> Parameter<String?> {
  .optional("by", String.self, Text(en: en, zh: zh)).holding(.column)
}

/// What every plot gives.
let aFigure = Text(en: "a figure", zh: "图")

/// The table that examples plot.
let plotExample = """
  t = data.table {
    n = {1, 2, 3, 4}, speed = {11.2, 11.4, 12.9, 10.8}, force = {9400, 9350, 9010, 9600},
    station = {"R1", "R2", "R1", "R2"}, result = {"OK", "NG", "OK", "OK"}, guess = {"OK", "NG", "NG", "OK"},
    score = {0.1, 0.9, 0.6, 0.2},
  }
  """
