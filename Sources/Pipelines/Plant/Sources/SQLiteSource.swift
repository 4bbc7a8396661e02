internal import PlantData

/// `sqlite { "mes.db" }`.
struct SQLiteSource: SourceKind {
  let word = "sqlite"
  let options = ["table"]
  let hasTables = true

  func tableNames(of source: LocatedSource) throws -> [String] {
    try SQLiteReader(source.paths[0]).tableNames
  }

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    try SQLiteReader(source.paths[0]).table(table ?? "", source.columns)
  }
}
