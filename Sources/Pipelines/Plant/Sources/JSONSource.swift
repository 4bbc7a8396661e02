internal import PlantData

/// `json { "lots.json", rows = "data.items" }`.
struct JSONSource: SourceKind {
  let word = "json"
  let options = ["rows"]

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    try JSONReader.read(source.paths[0], rows: source.text("rows"), source.columns)
  }
}
