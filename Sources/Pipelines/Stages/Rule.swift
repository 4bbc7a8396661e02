internal import PlantData
internal import Report

/// One promise about the values of a column, as a data contract states it.
///
/// `"unique"`, `"not null"`, `"2 .. 20 m/s"`, `">= 0 mm"`, `"in OK, NG"`, `"match ^SN[0-9]+$"`, or a kind:
/// `"number"`, `"integer"`, `"text"`, `"time"`, `"bool"`, `"image"`. A missing value breaks only `"not null"`.
struct Rule: Sendable {
  enum Check: Sendable {
    case unique, notNull
    case range(low: Double, high: Double, unit: Unit?)
    case compare(String, Double, unit: Unit?)
    case oneOf([String])
    case match(String)
    case kind(Kind?)
  }

  let text: String
  let check: Check

  /// - Throws: `Fault` (usage) for a text that is no rule.
  init(_ text: String) throws {
    self.text = text
    check = try Rule.parse(text)
  }

  private static func parse(_ text: String) throws -> Check {
    let words = text.split(separator: " ").map(String.init)
    switch words.joined(separator: " ") {
    case "unique": return .unique
    case "not null", "not missing": return .notNull
    case "number": return .kind(nil)
    case "integer": return .kind(.int64)
    case "text": return .kind(.text)
    case "time": return .kind(.timestamp)
    case "bool": return .kind(.bool)
    case "image": return .kind(.image)
    default: break
    }
    if words.first == "in" {
      let list = text.drop { $0 == " " }.dropFirst(2).split(separator: ",")
      return .oneOf(list.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) })
    }
    if words.first == "match", words.count > 1 {
      let pattern = String(text.drop { $0 == " " }.dropFirst(6))
      guard RegularExpression(pattern) != nil else {
        throw Fault(
          .usage, en: "'\(pattern)' is no regular expression (POSIX extended)",
          zh: "“\(pattern)”不是正则表达式（POSIX 扩展）")
      }
      return .match(pattern)
    }
    if let range = try range(text) ?? comparison(text) { return range }
    throw Fault(
      .usage,
      en:
        "'\(text)' is no rule; rules are unique, not null, 2 .. 20 m/s, >= 0, in A, B, match REGEX, or a kind",
      zh: "“\(text)”不是规则；可用 unique、not null、2 .. 20 m/s、>= 0、in A, B、match 正则，或类型名")
  }

  private static func range(_ text: String) throws -> Check? {
    guard let dots = text.firstRange(of: "..") else { return nil }
    let low = try Quantity(String(text[..<dots.lowerBound]))
    let high = try Quantity(String(text[dots.upperBound...]))
    let unit = high.unit ?? low.unit
    let lowValue = try unit.map { try low.value(in: $0) } ?? low.value
    guard lowValue <= high.value else {
      throw Fault(.usage, en: "the range '\(text)' is empty", zh: "区间“\(text)”为空")
    }
    return .range(low: lowValue, high: high.value, unit: unit)
  }

  private static func comparison(_ text: String) throws -> Check? {
    let trimmed = text.drop { $0 == " " }
    guard let sign = ["<=", ">=", "<", ">"].first(where: { trimmed.hasPrefix($0) }) else { return nil }
    let quantity = try Quantity(String(trimmed.dropFirst(sign.count)))
    return .compare(sign, quantity.value, unit: quantity.unit)
  }
}

extension Rule {
  /// What is wrong with a row that breaks the rule: "speed outside 2 .. 20 m/s".
  func broken(_ column: String) -> Text {
    switch check {
    case .unique: Text(en: "\(column) not unique", zh: "\(column) 重复")
    case .notNull: Text(en: "\(column) missing", zh: "\(column) 缺失")
    case .range: Text(en: "\(column) outside \(text)", zh: "\(column) 超出 \(text)")
    case .compare: Text(en: "\(column) not \(text)", zh: "\(column) 不满足 \(text)")
    case .oneOf: Text(en: "\(column) not \(text)", zh: "\(column) 不在允许值内（\(text)）")
    case .match: Text(en: "\(column) does not \(text)", zh: "\(column) 不匹配（\(text)）")
    case .kind: Text(en: "\(column) is no \(text)", zh: "\(column) 不是 \(text)")
    }
  }

  /// The rows of a column that break the rule, in order.
  ///
  /// - Throws: `Fault` (type) when the rule cannot be asked of such a column.
  func brokenRows(_ column: Column) throws -> [Int] {
    switch check {
    case .notNull: return column.missing == 0 ? [] : (0..<column.count).filter { column.isMissing($0) }
    case .unique:
      var seen: Set<Cell> = []
      return column.presentRows.filter { !seen.insert(column[$0]).inserted }
    case .range(let low, let high, let unit):
      return try compare(column, unit) { $0 >= low && $0 <= high }
    case .compare(let sign, let bound, let unit):
      return try compare(column, unit) { value in
        switch sign {
        case "<": value < bound
        case "<=": value <= bound
        case ">": value > bound
        default: value >= bound
        }
      }
    case .oneOf(let list):
      let allowed = Set(list)
      return column.presentRows.filter { !allowed.contains(column[$0].words) }
    case .match(let pattern):
      guard let expression = RegularExpression(pattern) else { return [] }
      return column.presentRows.filter { !expression.matches(column[$0].words) }
    case .kind(let kind):
      let isRight = kind.map { $0 == column.kind } ?? column.kind.isNumber
      return isRight ? [] : column.presentRows
    }
  }

  private func compare(_ column: Column, _ unit: Unit?, _ holds: (Double) -> Bool) throws -> [Int] {
    guard let numbers = column.numbers else {
      throw Fault(
        .type, en: "'\(text)' asks for numbers, the column holds \(column.kind.words.en)",
        zh: "“\(text)”要求数值，该列是\(column.kind.words.zh)", at: Place(column: column.name))
    }
    var conversion = Conversion(factor: 1, summand: 0)
    if let unit, let own = column.unit { conversion = try own.conversion(to: unit) }
    return column.presentRows.filter { !holds(conversion(numbers[$0])) }
  }
}
