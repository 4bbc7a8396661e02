internal import LuaBridge
internal import Report

extension Module {
  /// Tables and their columns: what every source gives and every pipeline takes.
  static var tables: Module {
    Module(
      "table", Text(en: "rows and columns of plant data", zh: "工厂数据的行与列"),
      elsewhere: ["[]": "t:slice(1, 1)"]
    ) {
      dataTable
      dataConcat
      tableType
      tableRowMethods
      tableColumnMethods
      tableGroupMethods
      tableJoinMethods
      tableTimeMethods
      tableSave
      columnType
    }
  }
}
