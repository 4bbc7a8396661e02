/// Every kind of source that a plant file may name, the simplest first.
enum SourceKinds {
  static let all: [any SourceKind] = [
    CSVSource(),
    JSONLinesSource(),
    JSONSource(),
    ExcelSource(),
    ImagesSource(),
    B2MMLSource(),
    SQLiteSource(),
    ODBCSource(),
  ]
}
