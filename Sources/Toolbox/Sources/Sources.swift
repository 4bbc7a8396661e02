internal import LuaBridge
internal import Report

extension Module {
  /// Readers of files and databases.
  static var sources: Module {
    Module("data", Text(en: "reads plant data from files and databases", zh: "从文件和数据库读取工厂数据")) {
      dataCSV
      dataB2MML
      dataSQLite
      dataODBC
      secretItems
      dataJSON
      dataJSONLines
      dataExcel
      dataImages
      dataIdx
    }
  }

  /// Lines of a plant and their systems.
  static var plants: Module {
    Module("plant", Text(en: "a line and its systems, by its plant file", zh: "产线及其系统，由产线文件描述")) {
      plantItems
    }
  }
}
