public import PlantData
public import Report

/// The rows that stages refused, none of them lost: where each came from, which stage and rule refused it, and
/// all its values.
public struct Quarantine: Sendable {
  /// One rule of one stage, and the rows it refused.
  struct Refusal: Sendable {
    var stage: String
    var rule: Text
    /// The rule in the words it is counted by, the same for rows that one stage refused for the same reason.
    var counted: Text
    var column: String?
    /// The refused rows with all their columns.
    var rows: Table
  }

  private(set) var refusals: [Refusal] = []

  public init() {}

  public var count: Int { refusals.reduce(0) { $0 + $1.rows.rowCount } }

  /// Takes rows in, the numbers of which count from 0 in `table`.
  mutating func refuse(
    _ rows: [Int], of table: Table, stage: String, rule: Text, column: String?, counted: Text? = nil
  ) {
    guard !rows.isEmpty else { return }
    refusals.append(
      Refusal(
        stage: stage, rule: rule, counted: counted ?? rule, column: column, rows: table.rows(rows)))
  }

  /// "9 rows in quarantine: 7 speed outside 2 .. 20 m/s, 2 serial not unique", or nil when all rows passed.
  public var summary: Text? {
    guard count > 0 else { return nil }
    var counts: [(rule: Text, count: Int)] = []
    for refusal in refusals {
      if let i = counts.firstIndex(where: { $0.rule == refusal.counted }) {
        counts[i].count += refusal.rows.rowCount
      } else {
        counts.append((refusal.counted, refusal.rows.rowCount))
      }
    }
    counts.sort { $0.count > $1.count }
    let en = counts.map { "\($0.count.grouped) \($0.rule.en)" }.joined(separator: ", ")
    let zh = counts.map { "\($0.count.grouped) 行 \($0.rule.zh)" }.joined(separator: "，")
    return Text(
      en: "\(count.grouped) \(count == 1 ? "row" : "rows") in quarantine: \(en)",
      zh: "\(count.grouped) 行被隔离：\(zh)")
  }

  /// The refused rows as a table: `file`, `row`, `stage`, `rule`, `column`, `value`, then the rows' own columns.
  /// A column whose kind changed on the way is shown as text.
  public func table() throws -> Table {
    let about = ["file", "row", "stage", "rule", "column", "value"]
    var kinds: [(name: String, kind: Kind, zone: Zone?, unit: Unit?)] = []
    for column in refusals.flatMap(\.rows.columns) {
      if let i = kinds.firstIndex(where: { $0.name == column.name }) {
        if kinds[i].kind != column.kind { kinds[i].kind = .text }
        if kinds[i].unit != column.unit { kinds[i].unit = nil }
      } else {
        kinds.append((column.name, column.kind, column.zone, column.unit))
      }
    }
    let front = about.map { ColumnBuilder($0, $0 == "row" ? .int64 : .text) }
    let own = kinds.map { kind in
      ColumnBuilder(
        about.contains(kind.name) ? kind.name + "_data" : kind.name, kind.kind, zone: kind.zone,
        unit: kind.unit)
    }
    for refusal in refusals {
      for row in 0..<refusal.rows.rowCount {
        let origin = refusal.rows.provenance?[row]
        front[0].append(origin.map { .text($0.file) } ?? .missing)
        front[1].append(origin.map { .int64(Int64($0.row)) } ?? .missing)
        front[2].append(refusal.stage)
        front[3].append("\(refusal.rule)")
        front[4].append(refusal.column.map { .text($0) } ?? .missing)
        let value = refusal.column.flatMap { refusal.rows[$0]?[row] } ?? .missing
        front[5].append(value == .missing ? .missing : .text(value.words))
        for (builder, kind) in zip(own, kinds) {
          let cell = refusal.rows[kind.name]?[row] ?? .missing
          builder.append(kind.kind == .text && cell != .missing ? .text(cell.words) : cell)
        }
      }
    }
    return try Table((front + own).map { $0.finish() }, rowCount: count)
  }
}
