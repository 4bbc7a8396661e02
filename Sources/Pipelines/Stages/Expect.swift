public import PlantData
internal import Report

/// A data contract: rows that break a rule go to quarantine with file, row, rule and value.
///
///     expect { serial = { "not null", "unique" }, speed = "2 .. 20 m/s" }
///
/// Rules are checked column after column in the order of their names; a refused row is not checked further, so
/// that each row is refused once.
public struct Expect: TableStage {
  public static let name = "expect"
  let rules: [(column: String, rules: [Rule])]

  /// - Throws: `Fault` (usage) for a text that is no rule.
  public init(_ rules: [String: [String]]) throws {
    self.rules = try rules.keys.sorted().map { name in
      do {
        return (name, try (rules[name] ?? []).map { try Rule($0) })
      } catch let fault as Fault {
        throw Fault(fault.code, fault.what, at: Place(column: name), try: fault.remedy)
      }
    }
  }

  public var text: String {
    let fields = rules.map { entry -> (String, StageValue) in
      let texts = entry.rules.map(\.text)
      return (entry.column, texts.count == 1 ? .text(texts[0]) : .list(texts))
    }
    return stageText(Expect.name, Dictionary(uniqueKeysWithValues: fields))
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    var table = table
    for (name, rules) in rules {
      for rule in rules {
        try Interruption.check()
        let broken = try rule.brokenRows(table.column(name))
        guard !broken.isEmpty else { continue }
        quarantine.refuse(broken, of: table, stage: Expect.name, rule: rule.broken(name), column: name)
        table = table.without(broken)
      }
    }
    return table
  }
}

extension Table {
  /// The table without these rows, given in order.
  func without(_ rows: [Int]) -> Table {
    var next = 0
    let rest = (0..<rowCount).filter { row in
      guard next < rows.count, rows[next] == row else { return true }
      next += 1
      return false
    }
    return self.rows(rest)
  }
}
