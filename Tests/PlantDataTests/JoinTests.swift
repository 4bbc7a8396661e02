import PlantData
import Randomness
import Report
import Testing

@Suite struct JoinTests {
  let units: Table
  let lots: Table

  init() throws {
    units = try Table(
      [Column("serial", ["S1", "S2", nil, "S4"]), Column("x", [1, 2, 3, 4])],
      provenance: Provenance(file: "u.csv", firstRow: 2, count: 4))
    lots = try Table([Column("SN", ["S4", "S1", "S1", nil, "S9"]), Column("x", [10, 20, 30, 40, 50])])
  }

  @Test func leftKeepsAllRowsAndReports() throws {
    let (joined, report) = try units.joined(lots, on: [JoinKey("serial", "SN")], how: .left)
    #expect(joined.columnNames == ["serial", "x", "x_right"])
    #expect(joined["x_right"]?.cells == [20, 30, nil, nil, 10])
    #expect(report == JoinReport(matched: 2, unmatched: 2, unused: 2, multiplied: 1))
    #expect(
      joined.notes.map(\.en) == ["2 rows without a match", "1 rows more, the key occurs several times"])
    #expect(joined.provenance?[4] == Origin(file: "u.csv", row: 5))
  }

  @Test func innerAndAntiDivideTheRows() throws {
    #expect(try units.join(lots, on: [JoinKey("serial", "SN")])["x"]?.cells == [1, 1, 4])
    #expect(try units.join(lots, on: [JoinKey("serial", "SN")], how: .anti)["x"]?.cells == [2, 3])
  }

  @Test func integersMeetNumbersButNotTexts() throws {
    let a = try Table([Column("k", [1, 2])]),
      b = try Table([Column("k", [2.0, 0.5]), Column("v", ["p", "q"])])
    #expect(try a.join(b, on: "k")["v"]?.cells == ["p"])
    let fault = #expect(throws: Fault.self) { try units.join(lots, on: [JoinKey("x", "SN")]) }
    #expect(fault?.in(.en) == "'x' is integer, 'SN' is text: no key")
  }

  @Test func manyKeysAgreeWithNestedLoops() throws {
    var generator = SeededGenerator(seed: 9)
    func table(_ rows: Int, _ name: String) throws -> Table {
      try Table([
        Column("a", (0..<rows).map { _ in .text("k\(generator.below(6))") }),
        Column(
          "b", (0..<rows).map { _ in generator.below(6) == 0 ? nil : .int64(Int64(generator.below(4))) }),
        Column(name, (0..<rows).map { .int64(Int64($0)) }),
      ])
    }
    let left = try table(60, "l"), right = try table(40, "r")
    let joined = try left.join(right, on: "a", "b")
    var wanted: [[Cell?]] = []
    for i in 0..<60 {
      for j in 0..<40 where left["b"]?[i] != .missing && left["a"]?[i] == right["a"]?[j] {
        if left["b"]?[i] == right["b"]?[j] { wanted.append([left["l"]?[i], right["r"]?[j]]) }
      }
    }
    #expect((0..<joined.rowCount).map { [joined["l"]?[$0], joined["r"]?[$0]] } == wanted)
  }

  @Test(arguments: AsOfDirection.allCases)
  func asOfAgreesWithASearchThroughAllSamples(direction: AsOfDirection) throws {
    var generator = SeededGenerator(seed: 4)
    func times(_ count: Int) -> [Cell] {
      (0..<count).map { _ in .timestamp(Timestamp(microseconds: Int64(generator.below(100)) * 1_000_000)) }
    }
    func tags(_ count: Int) -> [Cell] { (0..<count).map { _ in .text("T\(generator.below(4))") } }
    let left = try Table([Column("time", times(80)), Column("tag", tags(80))])
    let right = try Table([
      Column("time", times(60)), Column("tag", tags(60)), Column("v", (0..<60).map { .int64($0) }),
    ])
    let joined = try left.joinAsOf(
      right, on: JoinKey("time"), by: [JoinKey("tag")], within: 5, direction: direction)
    for row in 0..<80 {
      let here = seconds(left["time"]?[row])
      let near = (0..<60).filter { right["tag"]?[$0] == left["tag"]?[row] }.map {
        (seconds(right["time"]?[$0]), $0)
      }
      let before = near.filter { $0.0 <= here && here - $0.0 <= 5 }.max { ($0.0, $0.1) < ($1.0, $1.1) }
      let after = near.filter { $0.0 >= here && $0.0 - here <= 5 }.min { ($0.0, $0.1) < ($1.0, $1.1) }
      var wanted: Double?
      switch direction {
      case .backward: wanted = before?.0
      case .forward: wanted = after?.0
      case .nearest:
        let distances = [before, after].compactMap { $0 }.map { ($0.0 - here).magnitude }
        wanted = before.map(\.0)
        if let after, let best = distances.min(), before.map({ here - $0.0 != best }) ?? true {
          wanted = after.0
        }
      }
      let cell = joined["v"]?[row] ?? .missing
      guard case .int64(let found) = cell else {
        #expect(wanted == nil)
        continue
      }
      #expect(seconds(right["time"]?[Int(found)]) == wanted)
      #expect(right["tag"]?[Int(found)] == left["tag"]?[row])
    }
  }

  func seconds(_ cell: Cell?) -> Double {
    if case .timestamp(let time) = cell { Double(time.microseconds) / 1e6 } else { .nan }
  }

  @Test func asOfNotesWhatFoundNoSample() throws {
    let moments: [Cell] = [.timestamp(Timestamp(seconds: 10)), nil, .timestamp(Timestamp(seconds: 99))]
    let left = try Table([Column("rolled_at", moments, zone: .utc)])
    let right = try Table([
      Column("time", [.timestamp(Timestamp(seconds: 9)), nil], zone: .utc), Column("v", [1.5, 2.5]),
    ])
    let joined = try left.joinAsOf(right, on: JoinKey("rolled_at", "time"), within: 2)
    #expect(joined["v"]?.cells == [1.5, nil, nil])
    #expect(joined.notes.map(\.en) == ["2 rows without a sample within 2 s"])
    let bare = try Table([Column("time", [.timestamp(Timestamp(seconds: 9))])])
    #expect(throws: Fault.self) { try left.joinAsOf(bare, on: JoinKey("rolled_at", "time")) }
  }
}
