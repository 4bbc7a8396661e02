import PlantData
import Report
import Testing

@Suite struct ExpressionTests {
  let table: Table

  init() throws {
    let zone = Zone(minutes: 480)
    let start = Timestamp(year: 2026, month: 3, day: 2, hour: 6, zone: zone)
    table = try Table([
      Column("speed", [11.5, nil, 12.0, 3.0], unit: Unit("m/s")),
      Column("温度", [85, 70, nil, 81], unit: Unit("degC")),
      Column("quality", ["GOOD", "GOOD", "bad", nil]),
      Column("count", [7, -7, 0, 3]),
      Column(
        "T start", (0..<4).map { .timestamp(Timestamp(microseconds: start.microseconds + $0 * 60_000_000)) },
        zone: zone),
      Column("R1.speed", [1, 2, 3, 4]),
    ])
  }

  func cells(_ text: String) throws -> [Cell] { try Expression(text).column("x", over: table).cells }

  func fault(_ text: String) -> String {
    do {
      return "\(try cells(text))"
    } catch let fault as Fault { return fault.in(.en) } catch { return "\(error)" }
  }

  @Test func arithmeticKeepsWhatIsMissing() throws {
    #expect(try cells("speed * 2 + 1") == [24.0, nil, 25.0, 7.0])
    #expect(try cells("温度 - count") == [78, 77, nil, 78])
  }

  @Test func integersFollowLua() throws {
    #expect(try cells("count // 2") == [3, -4, 0, 1])
    #expect(try cells("count % 3") == [1, 2, 0, 0])
    #expect(try cells("7 // count") == [1, -1, nil, 2])
    #expect(try cells("-2 ^ 2") == [-4.0, -4.0, -4.0, -4.0])
    #expect(try cells("2 ^ 3 ^ 2")[0] == 512.0)
    #expect(try cells("1 .. 2 .. '℃'")[0] == "12℃")
  }

  @Test func whatIsMissingFollowsSQL() throws {
    #expect(try cells("温度 > 80 and quality == 'GOOD'") == [true, false, false, nil])
    #expect(try cells("温度 > 80 or quality == 'GOOD'") == [true, true, nil, true])
    #expect(try cells("not (温度 > 80)") == [false, true, nil, false])
    #expect(try cells("speed == nil") == [false, true, false, false])
    #expect(try cells("quality ~= nil and count >= 0") == [true, false, true, false])
  }

  @Test func conditionsTakeOnlyRowsThatHold() throws {
    let rows = try Expression("温度 > 75").condition(over: table)
    #expect((0..<4).map { rows[$0] } == [true, false, false, true])
  }

  @Test func namesMayBeQuoted() throws {
    #expect(try cells("col[\"R1.speed\"] + `R1.speed` + R1.speed") == [3, 6, 9, 12])
    #expect(try cells("minute(`T start`)") == [0, 1, 2, 3])
    #expect(try cells("hour(`T start`) * 10 + weekday(`T start`)")[0] == 61)
  }

  @Test func timesAreReadBesideTimes() throws {
    #expect(try cells("`T start` >= '2026-03-02 06:02'") == [false, false, true, true])
    #expect(try cells("seconds(`T start` - `T start`)") == [0.0, 0.0, 0.0, 0.0])
    #expect(try cells("`T start` + 90 > '2026-03-02 06:02'") == [false, true, true, true])
  }

  @Test func quantitiesAreReadBesideUnits() throws {
    #expect(try cells("speed > '600 m/min'") == [true, nil, true, false])
    #expect(try cells("round(convert(温度, 'degF'), 1)") == [185.0, 158.0, nil, 177.8])
    #expect(fault("speed + 温度").hasPrefix("m/s and degC do not go together"))
    #expect(try Expression("speed * 2").column("x", over: table).unit?.symbol == "m/s")
  }

  @Test func textsAreChangedAndTested() throws {
    #expect(try cells("lower(quality)") == ["good", "good", "bad", nil])
    #expect(try cells("fill(quality, 'none')") == ["GOOD", "GOOD", "bad", "none"])
    #expect(try cells("if_else(count > 0, quality, 'off')") == ["GOOD", "off", "off", nil])
    #expect(try cells("starts_with(quality, 'GO')") == [true, true, false, nil])
    #expect(try cells("match(quality, '^b.d$')") == [false, false, true, nil])
    #expect(try cells("#quality") == [4, 4, 3, nil])
    #expect(try cells("quality < 'a'") == [true, true, false, nil])
  }

  @Test func faultsMarkThePlace() {
    #expect(
      fault("speed > > 2") == """
        a value is missing here
          speed > > 2
                  ^
        """)
    #expect(
      fault("温度 > 80 and sped > 2") == """
        no column 'sped' · did you mean speed?
          温度 > 80 and sped > 2
                        ^^^^
        """)
    #expect(
      fault("speed > 'fast'").hasPrefix("'fast' is not a quantity"))
    #expect(fault("quality + 1").hasPrefix("'+' needs a number, this is a text\n"))
    #expect(fault("speed = 2").hasPrefix("'=' has no meaning here · did you mean ==?"))
    #expect(fault("speed ＞ 2").hasPrefix("full-width ＞ · type >"))
    #expect(fault("mean(speed)").hasPrefix("mean sums up many rows"))
    #expect(fault("sqr(speed)").contains("did you mean sqrt?"))
    #expect(fault("abs(speed, 1)").hasPrefix("abs: 2 arguments given · abs(x)"))
    #expect(fault("'a").hasPrefix("this ' has no second one"))
    #expect(fault("").hasPrefix("a value is missing here"))
  }

  @Test func deepNestingIsRefused() {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(fault(deep).hasPrefix("the expression"))
    #expect(fault(String(repeating: "not ", count: 1000) + "true").hasPrefix("the expression is nested"))
  }
}
