internal import PlantData

/// `b2mml { "performance.xml" }`: each element that repeats is a table.
struct B2MMLSource: SourceKind {
  let word = "b2mml"
  let options = ["table"]
  let hasTables = true

  func tableNames(of source: LocatedSource) throws -> [String] {
    try B2MMLReader.tables(source.paths[0]).map(\.name)
  }

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    try B2MMLReader.read(source.paths[0], table: table ?? "", source.columns)
  }
}
