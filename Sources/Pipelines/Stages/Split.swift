internal import PlantData
internal import Randomness
internal import Report

/// Cuts the rows into parts to train, validate and test with.
///
///     split { train = .7, valid = .15, test = .15, by = "coil", seed = 7 }
///
/// Rows that agree in the columns of `by` stay in one part, so that a coil never straddles train and test.
/// `time` cuts by a column's order instead: the past trains, the future tests. `stratify` keeps the shares of a
/// column's values equal in all parts.
public struct Split: Stage {
  public static let name = "split"
  let shares: [(part: PartName, share: Double)]
  let by: [String]
  let time: String?
  let stratify: String?
  let seed: UInt64

  /// - Parameter shares: for each part its share; when they sum to less than 1 they are taken in proportion.
  /// - Throws: `Fault` (range) for shares that are not positive or sum to more than 1, (usage) for options that
  ///   exclude each other.
  public init(
    shares: [PartName: Double], by: [String] = [], time: String? = nil, stratify: String? = nil,
    seed: UInt64 = 1
  ) throws {
    let given = PartName.allCases.compactMap { part in shares[part].map { (part, $0) } }.filter { $0.1 != 0 }
    guard given.count >= 2, given.allSatisfy({ $0.1 > 0 && $0.1.isFinite }) else {
      throw Fault(
        .range, en: "a split needs at least two positive shares such as train = .7, test = .3",
        zh: "划分至少需要两个正的比例，例如 train = .7, test = .3")
    }
    guard time == nil || (by.isEmpty && stratify == nil) else {
      throw Fault(
        .usage, en: "a split by time goes without by and stratify", zh: "按时间划分不能同时使用 by 或 stratify")
    }
    let total = given.reduce(0) { $0 + $1.1 }
    guard total <= 1 + 1e-6 else {
      let sum = total.significant(6)
      let mended = given.map { part, share in
        "\(part.rawValue) = \(((share / total * 1000).rounded(.down) / 1000).significant(3))"
      }
      throw Fault(
        .range, en: "the shares of the split sum to \(sum), more than 1", zh: "各部分的比例之和为 \(sum)，超过 1",
        try: ":split { \(mended.joined(separator: ", ")) }")
    }
    self.shares = given.map { ($0.0, $0.1 / total) }
    self.by = by
    self.time = time
    self.stratify = stratify
    self.seed = seed
  }

  public var text: String {
    var fields: [String: StageValue] = ["seed": .number(Double(seed))]
    for (part, share) in shares { fields[part.rawValue] = .number((share * 1e6).rounded() / 1e6) }
    if !by.isEmpty { fields["by"] = by.count == 1 ? .text(by[0]) : .list(by) }
    fields["time"] = time.map { .text($0) }
    fields["stratify"] = stratify.map { .text($0) }
    return stageText(Split.name, fields)
  }

  public func run(on flow: inout Flow) throws {
    guard flow.parts.count == 1, flow.parts[0].name == nil else {
      throw Fault(.usage, en: "the rows are split already", zh: "数据已经划分过")
    }
    let table = flow.parts[0].table
    let assignment = try time.map { try partsByTime(table, $0) } ?? partsByGroup(table)
    flow.parts = shares.enumerated().map { i, share in
      let rows = assignment.indices.filter { assignment[$0] == i }
      return Flow.Part(name: share.part, table: table.rows(rows))
    }
    flow.stratifiedBy = stratify
    for part in flow.parts where part.table.rowCount == 0 {
      let name = part.name?.rawValue ?? ""
      flow.notes.append(Text(en: "the \(name) part is empty", zh: "\(name) 部分是空的"))
    }
  }

  /// For each row, the number of its part. Groups are dealt in seeded order, each to the part that lacks most.
  private func partsByGroup(_ table: Table) throws -> [Int] {
    let groups = try by.isEmpty ? Array(0..<table.rowCount) : RowGroups(table, by: by).numbers
    let strata = try stratify.map { try RowGroups(table, by: [$0]).numbers }
    let groupCount = (groups.max() ?? -1) + 1
    var members = [[Int]](repeating: [], count: groupCount)
    for (row, group) in groups.enumerated() { members[group].append(row) }
    var generator = SeededGenerator(seed: seed, for: "split")
    let order = generator.permutation(groupCount)
    let stratumCount = (strata?.max() ?? 0) + 1
    // Groups of one stratum are dealt among themselves; a group belongs to the stratum of most of its rows.
    var filled = [[Int]](repeating: [Int](repeating: 0, count: shares.count), count: stratumCount)
    var assignment = [Int](repeating: 0, count: table.rowCount)
    for group in order {
      let stratum = strata.map { strata in usual(members[group].map { strata[$0] }) } ?? 0
      let size = members[group].count
      let total = Double(filled[stratum].reduce(0, +) + size)
      let part = shares.indices.max { a, b in
        shares[a].share * total - Double(filled[stratum][a]) < shares[b].share * total
          - Double(filled[stratum][b])
      }
      for row in members[group] { assignment[row] = part ?? 0 }
      filled[stratum][part ?? 0] += size
    }
    return assignment
  }

  private func usual(_ numbers: [Int]) -> Int {
    var counts: [Int: Int] = [:]
    for number in numbers { counts[number, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  /// Rows in the order of a column, the first share first; rows of one moment stay together.
  private func partsByTime(_ table: Table, _ name: String) throws -> [Int] {
    let column = try table.column(name)
    let keys: [Double]
    if case .timestamp(let buffer, _) = column.values {
      keys = buffer.values.map(Double.init)
    } else if let numbers = column.numbers {
      keys = numbers
    } else {
      throw Fault(
        .type, en: "a split by time needs a column of times or numbers", zh: "按时间划分需要时间列或数值列",
        at: Place(column: name))
    }
    if column.missing > 0 {
      throw Fault(
        .data, en: "\(column.missing.grouped) rows have no time; refuse them first",
        zh: "有 \(column.missing.grouped) 行没有时间，请先剔除", at: Place(column: name),
        try: ":expect { [\"\(name)\"] = \"not null\" }")
    }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var assignment = [Int](repeating: 0, count: keys.count)
    var part = 0, bound = shares[0].share * Double(keys.count)
    for (place, row) in order.enumerated() {
      let isNewMoment = place == 0 || keys[order[place - 1]] != keys[row]
      while part + 1 < shares.count, Double(place) + 0.5 > bound, isNewMoment {
        part += 1
        bound += shares[part].share * Double(keys.count)
      }
      assignment[row] = part
    }
    return assignment
  }
}
