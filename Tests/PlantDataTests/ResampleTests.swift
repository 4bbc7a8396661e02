import PlantData
import Report
import Testing

@Suite struct ResampleTests {
  let table: Table

  init() throws {
    // One tag sampled at 0.2, 0.8, 2.5 and 4.0 s, another at 1.0 s.
    let seconds = [2.5, 0.2, 1.0, 4.0, 0.8]
    table = try Table([
      Column("time", seconds.map { .timestamp(Timestamp(seconds: $0)) }, zone: .utc),
      Column("tag", ["a", "a", "b", "a", "a"]),
      Column("v", [5.0, 1.0, 7.0, 8.0, 3.0], unit: Unit("m/s")),
    ])
  }

  func values(_ how: Resampling) throws -> [Cell] {
    try table.resample("time", every: 1, by: ["tag"], how: how)["v"]?.cells ?? []
  }

  @Test func eachTagGetsItsOwnSteps() throws {
    let grid = try table.resample("time", every: 1, by: ["tag"], how: .mean)
    #expect(grid["tag"]?.cells == ["a", "a", "a", "a", "a", "b"])
    #expect(grid["v"]?.cells == [2.0, nil, 5.0, nil, 8.0, 7.0])
    #expect(grid["time"]?[1] == .timestamp(Timestamp(seconds: 1)))
    #expect(grid["v"]?.unit?.symbol == "m/s")
  }

  @Test func holdingAndLinesGoBySurroundingSamples() throws {
    #expect(try values(.hold) == [nil, 3.0, 3.0, 5.0, 8.0, 7.0])
    let line = try values(.linear)
    #expect(line[0] == nil)
    #expect(line[3] == 6.0)
    #expect(line[4] == 8.0)
    #expect(try values(.last) == [3.0, nil, 5.0, nil, 8.0, 7.0])
    #expect(try values(.count) == [2, 0, 1, 0, 1, 1])
  }

  @Test func timeWeightedMeanCountsHowLongAValueHeld() throws {
    let weighted = try values(.timeWeighted)
    // 0.6 s of 1 and 0.2 s of 3, then 3 throughout, then half 3 and half 5.
    guard case .float64(let first) = weighted[0] else { return #expect(Bool(false)) }
    #expect(abs(first - 1.5) < 1e-9)
    #expect(weighted[1...] == [3.0, 4.0, 5.0, 8.0, 7.0])
  }

  @Test func stepsFollowTheZone() throws {
    let zone = Zone(minutes: 480)
    let moment = Timestamp(year: 2026, month: 3, day: 2, hour: 6, zone: zone)
    let one = try Table([Column("time", [.timestamp(moment)], zone: zone), Column("v", [1.0])])
    let day = try one.resample("time", every: 86_400, how: .mean)
    #expect(day["time"]?[0] == .timestamp(Timestamp(year: 2026, month: 3, day: 2, zone: zone)))
  }

  @Test func stepsThatDoNotFitAreRefused() throws {
    #expect(throws: Fault.self) { try table.resample("time", every: 0, how: .mean) }
    #expect(throws: Fault.self) { try table.resample("tag", every: 1, how: .mean) }
    #expect(throws: Fault.self) { try table.resample("time", every: 1, how: .mean, values: ["tag"]) }
    #expect(throws: Fault.self) {
      try table.resample("time", every: 1e-6, by: [], how: .mean, values: ["nope"])
    }
  }

  @Test func pivotMakesColumnsOfTags() throws {
    let long = try Table([
      Column("t", [1, 1, 2, 2, 2]), Column("tag", ["速度", "温度", "速度", "速度", nil]),
      Column("v", [1.0, 2.0, 3.0, 4.0, 9.0]),
    ])
    let wide = try long.pivot(index: ["t"], names: "tag", values: "v")
    #expect(wide.columnNames == ["t", "速度", "温度"])
    #expect(wide["速度"]?.cells == [1.0, 4.0])
    #expect(wide["温度"]?.cells == [2.0, nil])
    #expect(wide.notes.map(\.en) == ["1 values more than places, summed up by last"])
    #expect(try long.pivot(index: ["t"], names: "tag", values: "v", how: .mean)["速度"]?[1] == 3.5)
  }
}
