internal import Report

extension Table {
  /// A column of texts read as times; texts without a zone of their own are read in `zone`.
  ///
  /// - Throws: a fault with file, row and column of the first text that is no time.
  public func readTimes(_ name: String, zone: Zone?) throws -> Column {
    let column = try column(name)
    guard case .text(let codes, let dictionary) = column.values else {
      if column.kind == .timestamp { return column }
      throw Fault(
        .type, en: "a column of text is wanted, this is \(column.kind.words.en)",
        zh: "需要文本列，而这是\(column.kind.words.zh)", at: Place(column: name))
    }
    let moments = dictionary.texts.map { Timestamp($0, zone: zone) }
    let builder = ColumnBuilder(name, .timestamp, zone: zone, capacity: column.count)
    for row in 0..<column.count {
      guard !column.isMissing(row) else {
        builder.appendMissing()
        continue
      }
      guard let moment = moments[Int(codes[row])] else {
        throw Fault(
          .data, en: "\"\(dictionary[codes[row]])\" is no time such as 2026-03-02 06:00:00",
          zh: "“\(dictionary[codes[row]])”不是时间，应形如 2026-03-02 06:00:00", at: place(row: row, column: name))
      }
      builder.append(moment)
    }
    return builder.finish()
  }
}
