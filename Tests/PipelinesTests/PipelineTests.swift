import Pipelines
import PlantData
import Report
import Testing

@Suite struct PipelineTests {
  static func units(_ count: Int = 300) throws -> Table {
    try Table(
      [
        Column("serial", (0..<count).map { .text("SN\($0 == 7 ? 6 : $0)") }),
        Column("coil", (0..<count).map { .text("C\($0 / 10)") }),
        Column("speed", (0..<count).map { .float64($0 == 3 ? 99 : Double($0 % 7) + 3) }, unit: Unit("m/s")),
        Column(
          "temperature", (0..<count).map { $0 == 5 ? nil : .float64(Double(1700 + $0 % 50)) },
          unit: Unit("degF")),
        Column("result", (0..<count).map { .text($0 % 5 == 0 ? "NG" : "OK") }),
      ], provenance: Provenance(file: "mes.db:units", firstRow: 1, count: count))
  }

  static func clean() throws -> Pipeline {
    Pipeline("line 3")
      .adding(
        try Expect([
          "serial": ["unique"], "speed": ["2 .. 20 m/s"], "temperature": ["not null"],
          "result": ["in OK, NG"],
        ])
      )
      .adding(try Convert(["temperature": "degC"]))
      .adding(try With(["heat": "temperature * speed"]))
      .adding(try Split(shares: [.train: 0.7, .valid: 0.15, .test: 0.15], by: ["coil"], seed: 7))
      .adding(Normalize(["heat"]))
  }

  @Test func refusedRowsAreCountedByRuleAndNoneIsLost() throws {
    let parts = try Self.clean().run(Self.units())
    #expect(
      parts.quarantined.summary?.en
        == "3 rows in quarantine: 1 serial not unique, 1 speed outside 2 .. 20 m/s, 1 temperature missing")
    let rows = [parts.train, parts.valid, parts.test].compactMap { $0?.rowCount }
    #expect(rows.reduce(0, +) + parts.quarantined.count == 300)
    let refused = try parts.quarantine()
    #expect(try refused.column("row").cells == [8, 4, 6])
    #expect(try refused.column("value").cells == ["SN6", "99.0", nil])
    #expect(try refused.column("rule")[1] == "speed outside 2 .. 20 m/s")
    #expect(try refused.column("coil")[0] == "C0")
  }

  @Test func normalizesWithTheTrainingPartsNumbers() throws {
    let parts = try Self.clean().run(Self.units())
    let scale = try #require(parts.scaling["heat"])
    let before = try Pipeline("", Array(Self.clean().stages.dropLast())).run(Self.units())
    let heat = try #require(before.test).column("heat"), scaled = try #require(parts.test).column("heat")
    guard case .float64(let first) = heat[0], case .float64(let second) = scaled[0] else { return }
    #expect(abs((first - scale.mean) / scale.deviation - second) < 1e-12)
    let train = try #require(parts.train)
    let own = try #require(Scaling(train.column("heat")))
    #expect(abs(own.mean) < 1e-9 && abs(own.deviation - 1) < 1e-9)
  }

  @Test func printsItselfAsItCouldBeTyped() throws {
    #expect(
      try Self.clean().text == """
        pipeline "line 3"
          :expect { result = "in OK, NG", serial = "unique", speed = "2 .. 20 m/s", temperature = "not null" }
          :convert { temperature = "degC" }
          :with { heat = "temperature * speed" }
          :split { by = "coil", seed = 7, test = 0.15, train = 0.7, valid = 0.15 }
          :normalize { "heat" }
        """)
  }

  @Test func equalTextMeansEqualPipelines() throws {
    #expect(try Self.clean() == Self.clean())
    #expect(try Self.clean().fingerprint == Self.clean().fingerprint)
    #expect(try Self.clean().adding(Select(["coil"])).fingerprint != Self.clean().fingerprint)
  }

  @Test func explainsEveryStage() throws {
    let table = try Self.clean().run(Self.units()).explain()
    #expect(table.rowCount == 5)
    #expect(try table.column("rows_in")[0] == 300)
    #expect(try table.column("rows_out")[0] == 297)
    #expect(try table.column("quarantined").cells.prefix(2) == [3, 0])
  }

  @Test func aFaultNamesItsStage() throws {
    let pipeline = Pipeline("p").adding(try Convert(["speed": "degC"]))
    let fault = #expect(throws: Fault.self) { try pipeline.run(Self.units()) }
    #expect(fault?.in(.en) == "column speed: m/s (speed) cannot become degC (temperature)")
    #expect(fault?.details == ["pipeline \"p\" :convert { speed = \"degC\" }"])
  }

  @Test func everyStageOfTheCatalogHasAVerbOfItsOwn() {
    let names = StageCatalog.all.map { $0.name }
    #expect(Set(names).count == names.count)
  }
}
