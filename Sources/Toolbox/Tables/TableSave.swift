internal import LuaBridge
internal import PlantData
internal import Report

/// `table:save "x.csv"`.
var tableSave: Method {
  Method(
    of: Table.self, "save", Text(en: "writes the table to a CSV file", zh: "把表写入 CSV 文件"),
    .required("path", String.self, Text(en: "the file, ending in .csv", zh: "文件名，以 .csv 结尾")).holding(
      .file("csv")),
    returns: Text(en: "the table", zh: "该表"), example: #"return t:save(os.tmpname() .. ".csv")"#,
    given: givenTable
  ) { table, path -> Table in
    guard path.hasSuffix(".csv") else {
      throw Fault(
        .usage, en: "save: \(path) does not end in .csv", zh: "save：\(path) 不以 .csv 结尾",
        try: "t:save \"\(path).csv\"")
    }
    try table.save(csv: path)
    return table
  }
}
