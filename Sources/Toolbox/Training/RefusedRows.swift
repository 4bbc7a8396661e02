internal import Inspection
internal import LuaBridge
internal import Neural
internal import PlantData
internal import Report

private let title = Text(
  en: "rows left out, with file, row, column and reason; nil when all were used",
  zh: "未使用的行及其文件、行号、列和原因；全部使用时为 nil")

/// `h.quarantine`.
var historyQuarantine: Property {
  Property(
    of: History.self, "quarantine", title, example: "h.quarantine",
    given: trainingGiven + "\nh = net:fit(t, { target = \"kind\", epochs = 3, batch = 4 })"
  ) { try quarantine($0.refused) }
}

/// `r.quarantine`.
var evaluationQuarantine: Property {
  Property(of: ClassificationReport.self, "quarantine", title, example: "r.quarantine") {
    try quarantine($0.refused)
  }
}

/// `r.quarantine` of an evaluation of numbers.
var regressionQuarantine: Property {
  Property(of: RegressionReport.self, "quarantine", title, example: "r.quarantine") {
    try quarantine($0.refused)
  }
}

/// `r.quarantine` of an evaluation of masks.
var maskQuarantine: Property {
  Property(of: MaskReport.self, "quarantine", title, example: "r.quarantine") {
    try quarantine($0.refused)
  }
}

/// Rows that could not be used as a table: `file`, `row`, `column`, `reason`.
private func quarantine(_ refused: [Fault]) throws -> Table? {
  guard !refused.isEmpty else { return nil }
  func texts(_ name: String, _ value: (Fault) -> String?) -> Column {
    Column(name, refused.map { fault in value(fault).map(Cell.text) ?? .missing })
  }
  return try Table([
    texts("file") { $0.place?.file },
    Column("row", refused.map { fault in fault.place?.row.map { .int64(Int64($0)) } ?? .missing }),
    texts("column") { $0.place?.column }, texts("reason") { $0.what.description },
  ])
}
