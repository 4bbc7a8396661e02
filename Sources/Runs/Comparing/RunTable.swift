public import PlantData

/// Runs as a table: a row for each, a column for each parameter and each metric.
public enum RunTable {
  /// - Throws: a fault only when the records cannot make a table, which is our own mistake.
  public static func table(of records: [RunRecord]) throws -> Table {
    let parameters = names(in: records) { Array($0.parameters.keys) }
    let metrics = names(in: records) { Array($0.metrics.keys) }.filter { !parameters.contains($0) }
    var columns = [Column("run", records.map { Cell.text($0.name) })]
    let fixed: Set = ["run", "outcome", "seed", "seconds", "script", "started"]
    for name in parameters where !fixed.contains(name) {
      columns.append(Column(name, cells(records.map { $0.parameters[name] })))
    }
    for name in ordered(metrics) where !fixed.contains(name) {
      columns.append(Column(name, records.map { $0.metrics[name].map { Cell.float64($0) } ?? .missing }))
    }
    columns += [
      Column("outcome", records.map { Cell.text($0.outcome.rawValue) }),
      Column("seed", records.map { Cell.int64(Int64($0.seed)) }),
      Column("seconds", records.map { Cell.float64($0.seconds) }),
      Column("script", records.map { Cell.text($0.script.path) }),
      Column("started", records.map { Cell.text($0.started) }),
    ]
    return try Table(columns)
  }

  private static func names(in records: [RunRecord], _ keys: (RunRecord) -> [String]) -> [String] {
    Set(records.flatMap(keys)).sorted()
  }

  /// What was measured on unseen rows first, the learning rate last.
  private static func ordered(_ metrics: [String]) -> [String] {
    func rank(_ name: String) -> Int {
      if name == "learning_rate" { return 4 }
      return ["test_", "valid_", "train_"].firstIndex { name.hasPrefix($0) }.map { $0 == 0 ? 0 : $0 + 1 } ?? 1
    }
    return metrics.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  /// Numbers where all values are, texts otherwise.
  private static func cells(_ values: [String?]) -> [Cell] {
    let given = values.compactMap(\.self)
    if given.allSatisfy({ Int64($0) != nil }) {
      return values.map { $0.flatMap(Int64.init).map(Cell.int64) ?? .missing }
    }
    if given.allSatisfy({ Double($0) != nil }) {
      return values.map { $0.flatMap(Double.init).map(Cell.float64) ?? .missing }
    }
    return values.map { $0.map(Cell.text) ?? .missing }
  }
}
