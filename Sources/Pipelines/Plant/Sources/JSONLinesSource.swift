internal import PlantData

/// `jsonl { "lots.jsonl" }`.
struct JSONLinesSource: SourceKind {
  let word = "jsonl"

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    try JSONLinesReader.read(source.paths[0], source.columns)
  }
}
