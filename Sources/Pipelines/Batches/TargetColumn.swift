internal import PlantData
internal import Report

/// What a model is to say, read from a column: one class for each row, one number, or one image.
enum TargetColumn {
  /// Classes counted from 0; -1 where the row has none.
  case classes([Int], names: [String])
  /// NaN where the row has none.
  case values([Double])
  /// Masks, or what is to be drawn again.
  case images(Column)
  /// There is none: the rows are to be told about.
  case unknown

  /// A column of whole numbers with more distinct values than this is a quantity, not a class.
  static let mostClasses = 50

  /// - Parameter fitted: of a model that is there already, whose classes are taken in its order.
  init(_ column: Column?, fitted: Preprocessing?) throws {
    guard let column else {
      self = .unknown
      return
    }
    let known = fitted?.classes
    if let fitted, fitted.targetShape.isEmpty == (column.kind == .image) {
      throw TargetColumn.kindFault(column)
    }
    switch column.kind {
    case .image: self = .images(column)
    case .float64 where known == nil || known?.isEmpty == true:
      self = .values((0..<column.count).map { column.number($0) })
    case .text, .bool, .int64, .float64:
      let words = (0..<column.count).map { row in column.isMissing(row) ? nil : column[row].word }
      let distinct = Set(words.compactMap(\.self))
      if column.kind == .int64, known?.isEmpty ?? (distinct.count > Self.mostClasses) {
        self = .values((0..<column.count).map { column.number($0) })
        return
      }
      let names = known ?? Self.inOrder(distinct)
      let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
      if let stranger = distinct.filter({ places[$0] == nil }).min() {
        let near = nearest(to: stranger, among: names, most: 1).first
        throw Fault(
          .data, en: "'\(stranger)' is no class of the model (\(names.joined(separator: ", ")))",
          zh: "“\(stranger)”不是模型的类别（\(names.joined(separator: "、"))）", at: Place(column: column.name),
          try: "t:filter \"\(column.name) ~= '\(stranger)'\"" + (near.map { "      -- \($0)?" } ?? ""))
      }
      self = .classes(words.map { $0.flatMap { places[$0] } ?? -1 }, names: names)
    case .timestamp: throw TargetColumn.kindFault(column)
    }
  }

  private static func kindFault(_ column: Column) -> Fault {
    Fault(
      .type, en: "a column of \(column.kind.words.en)s cannot be the target here",
      zh: "\(column.kind.words.zh)列不能作为这里的目标", at: Place(column: column.name))
  }

  /// Names sorted as a reader expects: numbers by size, everything else by Unicode.
  private static func inOrder(_ names: Set<String>) -> [String] {
    let numbers = names.compactMap(Double.init)
    if numbers.count == names.count {
      return names.sorted { (Double($0) ?? 0, $0) < (Double($1) ?? 0, $1) }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// - Throws: `Fault` (range) at the first of the rows whose value is no share.
  func requireShares(_ rows: [Int], _ column: String, of table: Table) throws {
    guard case .values(let values) = self, let row = rows.first(where: { !(0...1 ~= values[$0]) }) else {
      return
    }
    let seen = values[row].significant()
    throw Fault(
      .range, en: "the value is \(seen), and the loss wants shares in 0 .. 1",
      zh: "值为 \(seen)，而该损失要求 0 .. 1 之间的比例", at: table.place(row: row, column: column),
      try: "loss = \"mse\"")
  }

  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .classes(let classes, _): classes[row] < 0
    case .values(let values): !values[row].isFinite
    case .images(let column): column.isMissing(row)
    case .unknown: false
    }
  }
}

extension Column {
  /// The value of a row as a number; NaN where it is missing or none.
  func number(_ row: Int) -> Double {
    switch self[row] {
    case .int64(let value): Double(value)
    case .float64(let value): value
    case .bool(let value): value ? 1 : 0
    default: .nan
    }
  }
}

extension Cell {
  /// The value as the name of a class.
  fileprivate var word: String? {
    switch self {
    case .text(let text): text
    case .bool(let value): value ? "true" : "false"
    case .int64(let value): "\(value)"
    case .float64(let value): Int64(exactly: value).map { "\($0)" } ?? "\(value)"
    default: nil
    }
  }
}
