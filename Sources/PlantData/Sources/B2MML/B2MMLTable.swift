internal import Report

/// Puts the values of objects into columns, with the types and units that the document states.
struct B2MMLTable {
  let source: String
  let options: ColumnOptions

  func gather(_ rows: [B2MMLRow]) throws -> Reading {
    let units = uniformUnits(rows)
    var options = options
    for (column, unit) in units where options.units[column] == nil { options.units[column] = unit }
    var columns = RowColumns(source: source, options: options)
    for (i, row) in rows.enumerated() {
      if i & 0xFFF == 0 { try Interruption.check() }
      var seen: [String: Int] = [:]
      var set: [(slot: Int, value: RowValue)] = []
      var refused: (column: String, value: String, wanted: Text)?
      for value in row.values {
        let count = (seen[value.column] ?? 0) + 1
        seen[value.column] = count
        let name = count == 1 ? value.column : "\(value.column)_\(count)"
        switch B2MMLTable.parsed(value) {
        case .success(let parsed): set.append((try columns.slot(named: name), parsed))
        case .failure(let misfit): refused = refused ?? (name, value.text, misfit.wanted)
        }
        if let unit = value.unit, units[value.column] == nil {
          set.append((try columns.slot(named: name + ".UnitOfMeasure"), .text(unit)))
        }
      }
      if let refused {
        columns.refuse(
          row: row.line, column: refused.column,
          reason: Text(
            en: "\"\(refused.value)\" is not \(refused.wanted.en)",
            zh: "“\(refused.value)”不是\(refused.wanted.zh)"),
          value: refused.value, text: row.values.map { "\($0.column)=\($0.text)" }.joined(separator: "; "))
        continue
      }
      for (slot, value) in set { columns.set(slot, value) }
      columns.endRow(at: row.line)
    }
    return try columns.finish()
  }

  /// Columns whose values all have one unit, and one that is known.
  private func uniformUnits(_ rows: [B2MMLRow]) -> [String: Unit] {
    var words: [String: Set<String?>] = [:]
    for row in rows {
      for value in row.values where value.type != nil && !value.text.isEmpty {
        words[value.column, default: []].insert(value.unit)
      }
    }
    return words.compactMapValues { words in
      guard words.count == 1, let word = words.first ?? nil else { return nil }
      return try? Unit(word)
    }
  }

  private struct Misfit: Error { var wanted: Text }

  /// The value as its stated type has it; without one a text.
  private static func parsed(_ value: B2MMLValue) -> Result<RowValue, Misfit> {
    guard !value.text.isEmpty else { return .success(.missing) }
    guard let type = value.type else { return .success(.text(value.text)) }
    var text = value.text
    return text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return .success(.missing) }
      let field = FieldBytes(start: start, count: bytes.count)
      switch type.lowercased() {
      case "boolean", "indicator":
        let bit = PieceColumn.bool(field)
        return bit.map { .success(.bool($0)) } ?? .failure(Misfit(wanted: FieldType.bool.wanted))
      case "amount", "measure", "numeric", "quantity", "decimal", "double", "float", "byte", "short", "int",
        "integer", "long", "unsignedbyte", "unsignedshort", "unsignedint", "unsignedlong", "positiveinteger",
        "nonnegativeinteger", "negativeinteger", "nonpositiveinteger":
        if let whole = NumberField.int(field) { return .success(.int(whole)) }
        let number = NumberField.float(field)
        return number.map { .success(.float($0)) } ?? .failure(Misfit(wanted: FieldType.float.wanted))
      default: return .success(.text(field.string))
      }
    }
  }
}
