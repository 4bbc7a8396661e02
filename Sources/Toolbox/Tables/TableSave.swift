internal import LuaBridge
internal import PlantData
internal import Report

/// `table:save "x.csv"`, `table:save("x.xlsx", { sheet = "三月" })`.
var tableSave: Method {
  Method(
    of: Table.self, "save",
    Text(en: "writes the table to a CSV file or an Excel workbook", zh: "把表写入 CSV 文件或 Excel 工作簿"),
    .required(
      "path", String.self, Text(en: "the file, ending in .csv or .xlsx", zh: "文件名，以 .csv 或 .xlsx 结尾")
    ).holding(.file("csv", "xlsx")),
    .option("sheet", String.self, Text(en: "the sheet of a workbook", zh: "工作簿中的工作表"), default: "Sheet1"),
    returns: Text(en: "the table", zh: "该表"), example: #"return t:save(os.tmpname() .. ".csv")"#,
    given: givenTable
  ) { table, path, sheet -> Table in
    if path.hasSuffix(".csv") {
      try table.save(csv: path)
    } else if path.hasSuffix(".xlsx") {
      try table.save(excel: path, sheet: sheet)
    } else {
      throw Fault(
        .usage, en: "save: \(path) ends neither in .csv nor in .xlsx", zh: "save：\(path) 不以 .csv 或 .xlsx 结尾",
        try: "t:save \"\(path).csv\"")
    }
    return table
  }
}
