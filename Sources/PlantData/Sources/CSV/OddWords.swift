internal import Report

/// A column of numbers with a word or two among them is no column of texts: the words most likely stand for a
/// missing value, and the technician says which.
enum OddWords {
  /// - Throws: `Fault` (data) at the first such word, when at least nine of ten values are numbers and at most
  ///   three other words occur.
  static func check(
    _ column: Column, provenance: Provenance, options: CSVOptions, files: [CSVFile]
  ) throws {
    guard case .text(let codes, let dictionary) = column.values, dictionary.count > 0 else { return }
    let decimal = options.decimal.asciiValue ?? 46
    var isNumber = [Bool](repeating: false, count: dictionary.count)
    var words: [Int32] = []
    for code in 0..<Int32(dictionary.count) {
      let text = dictionary.utf8(code)
      guard let start = text.baseAddress else { continue }
      let kind = PieceColumn.kind(of: FieldBytes(start: start, count: text.count), decimal: decimal)
      isNumber[Int(code)] = kind == .int || kind == .float
      if !isNumber[Int(code)] { words.append(code) }
      if words.count > 3 { return }
    }
    var numbers = 0, others = 0, first: Int?
    for row in 0..<column.count where !column.isMissing(row) {
      if isNumber[Int(codes.start[row])] {
        numbers += 1
      } else {
        others += 1
        first = first ?? row
      }
    }
    guard let first, numbers >= 9 * others, numbers >= 5 else { return }
    throw fault(column, row: first, words: words.map { dictionary[$0] }, provenance, options)
  }

  private static func fault(
    _ column: Column, row: Int, words: [String], _ provenance: Provenance, _ options: CSVOptions
  ) -> Fault {
    guard case .text(let value) = column[row], let origin = provenance[row] else {
      preconditionFailure("OddWords: a row without a value")
    }
    let unit = column.unit.map { "\($0)" }
    let isIdentifier = value.contains(where: \.isNumber)
    let missing = (options.missing + words).map { "\"\($0)\"" }.joined(separator: ", ")
    let option =
      isIdentifier
      ? "types = { [\"\(column.name)\"] = \"text\" }" : "missing = { \(missing) }"
    return Fault(
      .data, en: "\"\(value)\" is not a number" + (unit.map { " (\($0))" } ?? ""),
      zh: "“\(value)”不是数字" + (unit.map { "（\($0)）" } ?? ""),
      at: Place(file: origin.file, row: origin.row, column: column.name),
      try: "data.csv { \"\(origin.file)\", \(option) }")
  }
}
