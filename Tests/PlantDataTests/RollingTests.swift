import PlantData
import Randomness
import Report
import Testing

@Suite struct RollingTests {
  /// Values of two tags in turn, some missing, some no numbers, on top of a large offset.
  static func table(rows: Int, seed: UInt64, offset: Double = 0, odd: Bool = false) throws -> Table {
    var generator = SeededGenerator(seed: seed)
    var values: [Cell] = []
    for _ in 0..<rows {
      switch generator.next() % 40 {
      case 0: values.append(.missing)
      case 1 where odd: values.append(.float64([.nan, .infinity, -.infinity][Int(generator.next() % 3)]))
      default: values.append(.float64(offset + Double(generator.next() % 1000) / 8))
      }
    }
    let times = (0..<rows).map { Cell.timestamp(Timestamp(seconds: Double($0) * 1.5)) }
    return try Table([
      Column("at", times), Column("tag", (0..<rows).map { .text($0 % 3 == 0 ? "B" : "A") }),
      Column("v", values),
    ])
  }

  /// What the figure of each row should be, window by window.
  static func plain(
    _ table: Table, _ aggregate: Aggregate, rows: Int? = nil, seconds: Double? = nil, least: Int
  )
    throws -> [Double?]
  {
    let tags = try table.column("tag"), values = try table.column("v"), times = try table.column("at")
    return (0..<table.rowCount).map { row in
      var window = (0...row).filter { tags[$0] == tags[row] }
      if let rows { window = window.suffix(rows) }
      if let seconds, case .timestamp(let end) = times[row] {
        window = window.filter {
          guard case .timestamp(let moment) = times[$0] else { return false }
          return Double(end.microseconds - moment.microseconds) < seconds * 1e6
        }
      }
      let own = window.compactMap { place -> Double? in
        if case .float64(let value) = values[place] { value } else { nil }
      }
      return own.count >= least ? PlainFigure.value(aggregate, of: own) : nil
    }
  }

  static func agree(_ column: Column, _ wanted: [Double?]) -> Bool {
    (0..<column.count).allSatisfy { row in
      let found: Double? =
        switch column[row] {
        case .float64(let value): value
        case .int64(let value): Double(value)
        default: nil
        }
      guard let found, let want = wanted[row] else { return (found == nil) == (wanted[row] == nil) }
      return found == want || (found.isNaN && want.isNaN) || abs(found - want) <= 1e-9 * max(1, abs(want))
    }
  }

  @Test(arguments: Aggregate.allCases)
  func figuresOfRowsAgreeWithPlainOnes(_ aggregate: Aggregate) throws {
    for odd in [false, true] {
      let table = try Self.table(rows: 300, seed: 5, odd: odd)
      let moving = try table.rolling(.rows(7), by: ["tag"], least: 2, [("r", "\(aggregate.rawValue)(v)")])
      let wanted = try Self.plain(table, aggregate, rows: 7, least: 2)
      #expect(Self.agree(try moving.column("r"), wanted), "\(aggregate), odd values: \(odd)")
    }
  }

  @Test(arguments: Aggregate.allCases)
  func figuresOfTimeAgreeWithPlainOnes(_ aggregate: Aggregate) throws {
    let table = try Self.table(rows: 200, seed: 9)
    let moving = try table.rolling(.time("at", seconds: 12), by: ["tag"], [("r", "\(aggregate.rawValue)(v)")])
    let wanted = try Self.plain(table, aggregate, seconds: 12, least: 1)
    #expect(Self.agree(try moving.column("r"), wanted), "\(aggregate)")
  }

  @Test func aLargeOffsetCostsNoDigits() throws {
    let table = try Self.table(rows: 20_000, seed: 3, offset: 1e9)
    let moving = try table.rolling(.rows(5), [("sd", "std(v)"), ("m", "mean(v)")])
    let values = try table.column("v"), deviation = try moving.column("sd")
    for row in stride(from: 4, to: 20_000, by: 997) {
      let own = (row - 4...row).compactMap { place -> Double? in
        if case .float64(let value) = values[place] { value } else { nil }
      }
      guard own.count == 5, case .float64(let found) = deviation[row] else { continue }
      #expect(abs(found - (PlainFigure.value(.std, of: own) ?? -1)) < 1e-6)
    }
  }

  @Test func aConstantHasNoDeviation() throws {
    let values = (0..<100).map { Cell.float64($0 < 50 ? Double($0) * 1e6 : 0.1) }
    let table = try Table([Column("v", values)]).rolling(.rows(3), [("sd", "std(v)")])
    #expect(table["sd"]?[60] == .float64(0))
  }

  @Test func severalThousandRowsRunOverPieces() throws {
    let rows = 80_000
    let table = try Table([Column("v", (0..<rows).map { .float64(Double($0)) })])
    let moving = try table.rolling(.rows(100), [("m", "mean(v)"), ("top", "max(v)"), ("n", "count()")])
    #expect(moving["m"]?[98] == .missing)
    #expect(moving["m"]?[99] == .float64(49.5))
    #expect(moving["m"]?[70_000] == .float64(70_000 - 49.5))
    #expect(moving["top"]?[70_000] == .float64(70_000))
    #expect(moving["n"]?[70_000] == .int64(100))
  }

  @Test func windowsOfNothingAreRefused() throws {
    let table = try Self.table(rows: 5, seed: 1)
    let rows = #expect(throws: Fault.self) { try table.rolling(.rows(0), [("m", "mean(v)")]) }
    #expect(rows?.in(.en) == "a window must hold at least 1 row")
    let time = #expect(throws: Fault.self) { try table.rolling(.time("at", seconds: 0), [("m", "mean(v)")]) }
    #expect(time?.in(.zh) == "窗口至少应为大于 0 秒的时长")
    #expect(throws: Fault.self) { try table.rolling(.rows(3), [("m", "mean(tag)")]) }
  }
}
