public import PlantData
public import Report

/// What came out of a pipeline: one table or the parts of a split, the quarantine, and a record of every stage.
public final class Parts: Sendable {
  public let pipeline: Pipeline
  public let steps: [StageRecord]
  public let quarantined: Quarantine
  public let notes: [Text]
  /// What `normalize` learned from the training part, by column.
  public let scaling: [String: Scaling]
  /// How samples are made of rows, when the pipeline has a `batches` stage.
  public let batches: BatchOptions?
  private let tables: [Flow.Part]
  private let stratifiedBy: String?

  init(pipeline: Pipeline, flow: Flow, steps: [StageRecord]) {
    self.pipeline = pipeline
    self.steps = steps
    quarantined = flow.quarantine
    notes = flow.notes
    scaling = flow.scaling
    batches = flow.batches
    tables = flow.parts
    stratifiedBy = flow.stratifiedBy
  }

  /// The one table of a pipeline without a split.
  public var whole: Table? { tables.count == 1 && tables[0].name == nil ? tables[0].table : nil }

  public subscript(name: PartName) -> Table? { tables.first { $0.name == name }?.table }

  public var train: Table? { self[.train] }
  public var valid: Table? { self[.valid] }
  public var test: Table? { self[.test] }

  /// The refused rows, as `Quarantine.table` gives them.
  public func quarantine() throws -> Table { try quarantined.table() }

  /// The classes of a column over all parts, in the order of their names; numbers by size.
  public func classes(of column: String) throws -> [String] {
    var names: Set<String> = []
    for part in tables {
      let column = try part.table.column(column)
      guard [.text, .int64, .bool].contains(column.kind) else {
        throw Fault(
          .type, en: "\(column.kind.words.en) cannot be classes", zh: "\(column.kind.words.zh)不能作为类别",
          at: Place(column: column.name))
      }
      names.formUnion(column.presentRows.map { column[$0].words })
    }
    return names.sorted { a, b in
      if let x = Int(a), let y = Int(b) { return x < y }
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    }
  }

  /// The classes of the column that is to be predicted: the one of `batches`, the one a split kept in equal
  /// shares, or a column called result, label or class.
  public func classes() throws -> [String] {
    let usual = ["result", "label", "class"].first { name in tables[0].table[name] != nil }
    guard let target = batches?.target ?? stratifiedBy ?? usual else {
      throw Fault(
        .usage, en: "no column of classes is known; name one with :batches { target = … } or stratify",
        zh: "不知道哪一列是类别；请用 :batches { target = … } 或 stratify 指定")
    }
    return try classes(of: target)
  }

  /// Samples as the `batches` stage says, prepared as the training part's are.
  public func source(_ name: PartName) throws -> TableBatches {
    guard let options = batches else {
      throw Fault(.usage, en: "the pipeline has no :batches { … } stage", zh: "处理流程没有 :batches { … } 阶段")
    }
    guard let table = self[name] ?? whole else {
      throw Fault(.usage, en: "there is no \(name.rawValue) part", zh: "没有 \(name.rawValue) 部分")
    }
    guard name != .train, let train else { return try TableBatches(table, options) }
    return try TableBatches(table, TableBatches(train, options).preprocessing)
  }

  /// One row for each stage: rows in, rows out, rows refused and time spent.
  public func explain() throws -> Table {
    try StageRecord.table(steps)
  }
}

extension Parts: Displayable {
  public func text(on surface: Surface) -> String {
    var lines: [String] = []
    let isEnglish = Language.current == .en
    let rows = tables.map { part in
      let name = part.name?.rawValue ?? (isEnglish ? "all" : "全部")
      return "\(name) \(part.table.rowCount.grouped)"
    }
    lines.append((isEnglish ? "rows: " : "行数：") + rows.joined(separator: " · "))
    for name in scaling.keys.sorted() {
      if let scale = scaling[name] { lines.append("\(name): \(scale)") }
    }
    lines += notes.map(\.description)
    if let summary = quarantined.summary {
      lines.append(
        "\(summary)" + (isEnglish ? "      parts.quarantine shows them" : "      parts.quarantine 可查看"))
    }
    return lines.map { $0.truncated(toWidth: max(20, surface.columns)) }.joined(separator: "\n")
  }
}
