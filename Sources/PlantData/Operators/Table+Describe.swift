internal import Report

extension Table {
  /// One row for each column: kind, unit, how many values are missing and distinct, mean, standard deviation
  /// and quartiles of numbers, range of times, the most frequent texts.
  public func describe() throws -> Table {
    let texts = ["column", "type", "unit"].map { ColumnBuilder($0, .text) }
    let counts = ["missing", "unique"].map { ColumnBuilder($0, .int64) }
    let figures = ["mean", "std", "min", "q25", "median", "q75", "max"].map { ColumnBuilder($0, .float64) }
    let words = ColumnBuilder("values", .text)
    for column in columns {
      try Interruption.check()
      texts[0].append(column.name)
      texts[1].append(column.kind.words.description)
      if let unit = column.unit { texts[2].append(unit.symbol) } else { texts[2].appendMissing() }
      counts[0].append(Int64(column.missing))
      if column.kind == .image {
        counts[1].appendMissing()
      } else {
        counts[1].append(Int64(try column.uniqueCount()))
      }
      let summary = column.summary
      for (builder, figure) in zip(figures, summary) {
        if let figure { builder.append(figure) } else { builder.appendMissing() }
      }
      if let frequent = try column.frequentWords() { words.append(frequent) } else { words.appendMissing() }
    }
    return try Table((texts + counts + figures + [words]).map { $0.finish() }, rowCount: columns.count)
  }
}

extension Column {
  /// How many different values there are, not counting missing ones.
  public func uniqueCount() throws -> Int {
    try KeyIndex([self], rows: count, missingCounts: false).count
  }

  /// The different values, in order of first appearance, without missing ones.
  public func unique() throws -> Column {
    taking(try KeyIndex([self], rows: count, missingCounts: false).firstRows())
  }

  /// One value over all rows, as a column of one row.
  ///
  /// Sums, means, deviations and medians are of numbers and bools only.
  public func summary(_ aggregate: Aggregate) -> Column {
    Aggregation(groups: Buffer(repeating: 0, count: count), count: 1).column(aggregate, of: self)
  }

  func aggregated(_ aggregate: Aggregate) -> Cell { summary(aggregate)[0] }

  /// Mean, standard deviation, minimum, quartiles and maximum; none for columns of no numbers.
  fileprivate var summary: [Double?] {
    guard kind.isNumber, missing < count else { return [Double?](repeating: nil, count: 7) }
    let all = numbers
    var sorted = (0..<count).filter { !isMissing($0) }.map { all.start[$0] }
    sorted.sort()
    func number(_ aggregate: Aggregate) -> Double? {
      if case .float64(let value) = aggregated(aggregate) { value } else { nil }
    }
    return sorted.withUnsafeBufferPointer { sorted in
      [number(.mean), number(.std)] + [0, 0.25, 0.5, 0.75, 1].map { Quantile.value($0, ofSorted: sorted) }
    }
  }

  /// `R1 (60), R2 (40), …` for texts and bools, `first .. last` for times.
  fileprivate func frequentWords() throws -> String? {
    guard missing < count else { return nil }
    switch kind {
    case .timestamp:
      return [aggregated(.min), aggregated(.max)].map { $0.shown(in: zone) }.joined(separator: " .. ")
    case .text, .bool:
      let counts = try Table([self]).valueCounts(name)
      let shown = (0..<counts.rowCount).filter { counts.columns[0][$0] != .missing }.prefix(3)
      let words = shown.map {
        "\(counts.columns[0][$0].shown(in: zone)) (\(counts.columns[1][$0].shown(in: nil)))"
      }
      return words.joined(separator: ", ") + (try uniqueCount() > 3 ? ", …" : "")
    case .int64, .float64, .image: return nil
    }
  }
}
