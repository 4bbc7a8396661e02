import Pipelines
import PlantData
import Report
import Testing

@Suite struct SplitTests {
  let shares: [PartName: Double] = [.train: 0.7, .valid: 0.15, .test: 0.15]

  func parts(_ split: Split, _ table: Table) throws -> [PartName: Table] {
    let parts = try Pipeline("split").adding(split).run(table)
    var tables: [PartName: Table] = [:]
    for name in PartName.allCases { tables[name] = parts[name] }
    return tables
  }

  @Test func noGroupStraddlesParts() throws {
    let table = try PipelineTests.units()
    let parts = try parts(Split(shares: shares, by: ["coil"], seed: 7), table)
    var seen: [Cell: PartName] = [:]
    for (name, part) in parts {
      for coil in Set(try part.column("coil").cells) {
        #expect(seen.updateValue(name, forKey: coil) == nil, "coil \(coil)")
      }
    }
    #expect(abs(try #require(parts[.train]).rowCount - 210) <= 10)
  }

  @Test func strataKeepTheirShares() throws {
    let parts = try parts(Split(shares: shares, stratify: "result", seed: 3), PipelineTests.units())
    for part in parts.values {
      let bad = try part.column("result").cells.count { $0 == "NG" }
      #expect(abs(Double(bad) / Double(part.rowCount) - 0.2) < 0.025)
    }
  }

  @Test func theSeedDecides() throws {
    let table = try PipelineTests.units()
    func train(_ seed: UInt64) throws -> [Cell] {
      try #require(parts(Split(shares: shares, seed: seed), table)[.train]).column("serial").cells
    }
    #expect(try train(7) == train(7))
    #expect(try train(7) != train(8))
  }

  @Test func thePastTrainsAndTheFutureTests() throws {
    let times = (0..<100).map { Cell.int64(Int64(($0 * 37) % 100 / 2)) }
    let parts = try parts(Split(shares: [.train: 0.8, .test: 0.2], time: "t"), Table([Column("t", times)]))
    let latest = try #require(parts[.train]).column("t").cells.compactMap { cell -> Int64? in
      if case .int64(let t) = cell { t } else { nil }
    }.max()
    let earliest = try #require(parts[.test]).column("t").cells.compactMap { cell -> Int64? in
      if case .int64(let t) = cell { t } else { nil }
    }.min()
    #expect(latest == 39 && earliest == 40)
  }

  @Test func impossibleSharesAreFaults() {
    #expect(throws: Fault.self) { try Split(shares: [.train: 1]) }
    #expect(throws: Fault.self) { try Split(shares: [.train: 0.5, .test: -1]) }
    let fault = #expect(throws: Fault.self) { try Split(shares: [.train: 1, .test: 0.25]) }
    #expect(fault?.code == .range && fault?.what.en.contains("1.25") == true)
    #expect(fault?.remedy == ":split { train = 0.8, test = 0.2 }")
    #expect(throws: Fault.self) { try Split(shares: [.train: 0.5, .test: 0.5], by: ["a"], time: "t") }
  }
}
