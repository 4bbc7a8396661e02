internal import Report

/// A column of numbers with a word or two among them is no column of texts: the words most likely stand for a
/// missing value, and the technician says which.
struct OddWords {
  let column: Column
  let provenance: Provenance
  let options: CSVOptions

  /// Words that stand for a missing value wherever they occur among numbers.
  private static let marks: Set<String> = [
    "n/a", "na", "nan", "null", "none", "nil", "-", "--", "---", "/", "#n/a", "无", "缺失", "空",
  ]

  /// Values of the column that are no numbers, and how many rows hold either.
  private struct Finding {
    var words: [String] = []
    var numbers = 0
    var others = 0
    var first: Int?
    var hasIdentifiers = false
  }

  /// Says that the column became one of texts, when most of its values are numbers.
  ///
  /// - Throws: `Fault` (data) at the first value that is no number when a unit is declared, when all such
  ///   values are usual marks of a missing value, or when at least nine of ten values are numbers and at most
  ///   three other words occur.
  func check() throws -> Text? {
    let hasUnit = options.units[column.name] != nil
    guard let found = find(hasUnit), let first = found.first else { return nil }
    let areMarks = found.words.allSatisfy { OddWords.marks.contains($0.lowercased()) }
    let areFew = found.words.count <= 3 && found.numbers >= 9 * found.others && found.numbers >= 5
    if hasUnit || areFew || (areMarks && found.numbers > found.others) {
      throw fault(row: first, words: found.words)
    }
    guard found.numbers > found.others, !found.hasIdentifiers, let origin = provenance[first] else {
      return nil
    }
    let name = column.name, value = column[first].words
    return Text(
      en:
        "\(origin.file): column \(name) became text because of row \(origin.row): \"\(value)\" is not a number",
      zh: "\(origin.file)：\(name) 列按文本读取，因为第 \(origin.row) 行的“\(value)”不是数字")
  }

  /// nil for a column without texts, or with so many words that it is one of texts.
  private func find(_ hasUnit: Bool) -> Finding? {
    guard case .text(let codes, let dictionary) = column.values, dictionary.count > 0 else { return nil }
    let decimal = options.decimal.asciiValue ?? 46
    let most = hasUnit ? Int.max : max(3, min(1000, dictionary.count / 2))
    var isNumber = [Bool](repeating: false, count: dictionary.count)
    var found = Finding()
    for code in 0..<Int32(dictionary.count) {
      let text = dictionary.utf8(code)
      guard let start = text.baseAddress else { continue }
      let field = FieldBytes(start: start, count: text.count)
      let kind = PieceColumn.kind(of: field, decimal: decimal)
      isNumber[Int(code)] =
        kind == .int || kind == .float || hasUnit && NumberField.float(field.trimmed, decimal: decimal) != nil
      if isNumber[Int(code)] { continue }
      if NumberField.hasLeadingZero(field.trimmed) { found.hasIdentifiers = true }
      found.words.append(dictionary[code])
      if found.words.count > most { return nil }
    }
    for row in 0..<column.count where !column.isMissing(row) {
      if isNumber[Int(codes.start[row])] {
        found.numbers += 1
      } else {
        found.others += 1
        found.first = found.first ?? row
      }
    }
    return found
  }

  private func fault(row: Int, words: [String]) -> Fault {
    guard case .text(let value) = column[row], let origin = provenance[row] else {
      preconditionFailure("OddWords: a row without a value")
    }
    return OddWords.fault(
      value, words: words, at: Place(file: origin.file, row: origin.row, column: column.name), options)
  }

  /// The fault of a value that is no number, with the option that would read it.
  static func fault(_ value: String, words: [String], at place: Place, _ options: CSVOptions) -> Fault {
    let name = place.column ?? ""
    let unit = options.units[name].map { "\($0)" }
    var shown: [String] = []
    for word in options.missing + words where !shown.contains(word) && shown.count < options.missing.count + 3
    {
      shown.append(word)
    }
    let missing = shown.map { "\"\($0)\"" }.joined(separator: ", ")
    let type = unit == nil ? "text" : "float"
    let option =
      value.contains(where: \.isNumber)
      ? "types = { [\"\(name)\"] = \"\(type)\" }" : "missing = { \(missing) }"
    return Fault(
      .data, en: "\"\(value)\" is not a number" + (unit.map { " (\($0))" } ?? ""),
      zh: "“\(value)”不是数字" + (unit.map { "（\($0)）" } ?? ""), at: place,
      try: "data.csv { \"\(place.file ?? "")\", \(option) }")
  }

  /// The fault of a word without a digit in a column that is declared to hold numbers; nil when there is none
  /// among the refused rows.
  static func declared(_ refused: [QuarantinedRow], _ options: CSVOptions) -> Fault? {
    let words = refused.filter { row in
      guard let column = row.column, let type = options.types[column], type == .float || type == .int else {
        return false
      }
      return !(row.value ?? "").contains(where: \.isNumber)
    }
    guard let first = words.first else { return nil }
    let same = words.filter { $0.column == first.column }.compactMap(\.value)
    return fault(
      first.value ?? "", words: same, at: Place(file: first.file, row: first.row, column: first.column),
      options)
  }
}
