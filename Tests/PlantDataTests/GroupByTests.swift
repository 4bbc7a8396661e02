import PlantData
import Randomness
import Report
import Testing

@Suite struct GroupByTests {
  func fault(_ formula: String) throws -> String {
    let table = try Table([Column("tag", ["a"]), Column("speed", [1.0])])
    do { return "\(try table.groupBy(["tag"], [("x", formula)]))" } catch {
      return (error as? Fault)?.in(.en) ?? "\(error)"
    }
  }

  @Test func agreesWithAPlainLoop() throws {
    var generator = SeededGenerator(seed: 3)
    let rows = 3000
    let tags = (0..<rows).map { _ in generator.below(30) }
    let parts: [Cell] = (0..<rows).map { _ in
      generator.below(9) == 0 ? nil : .int64(Int64(generator.below(5)))
    }
    let values = (0..<rows).map { _ in generator.below(7) == 0 ? nil : generator.uniform() }
    let table = try Table([
      Column("tag", tags.map { .text("T\($0)") }), Column("part", parts),
      Column("x", values.map { $0.map(Cell.float64) ?? .missing }),
    ])
    let groups = try table.groupBy(
      ["tag", "part"],
      [
        ("n", "count()"), ("known", "count(x)"), ("sum", "sum(x)"), ("mean", "mean(x)"), ("std", "std(x)"),
        ("median", "median(x)"), ("range", "max(x) - min(x)"), ("last", "last(x)"),
      ])
    var seen = 0
    for group in 0..<groups.rowCount {
      let members = (0..<rows).filter {
        .text("T\(tags[$0])") == groups["tag"]?[group] && parts[$0] == groups["part"]?[group]
      }
      let known = members.compactMap { values[$0] }.sorted()
      seen += members.count
      #expect(groups["n"]?[group] == .int64(Int64(members.count)))
      #expect(groups["known"]?[group] == .int64(Int64(known.count)))
      guard !known.isEmpty else {
        #expect(groups["mean"]?[group] == nil as Cell)
        continue
      }
      let mean = known.reduce(0, +) / Double(known.count)
      #expect(near(groups["mean"]?[group], mean))
      #expect(near(groups["sum"]?[group], known.reduce(0, +)))
      #expect(near(groups["range"]?[group], known[known.count - 1] - known[0]))
      #expect(near(groups["median"]?[group], (known[(known.count - 1) / 2] + known[known.count / 2]) / 2))
      #expect(groups["last"]?[group] == members.compactMap { values[$0] }.last.map(Cell.float64))
      if known.count > 1 {
        let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        #expect(near(groups["std"]?[group], (squares / Double(known.count - 1)).squareRoot()))
      } else {
        #expect(groups["std"]?[group] == nil as Cell)
      }
    }
    #expect(seen == rows)
  }

  func near(_ cell: Cell?, _ wanted: Double) -> Bool {
    if case .float64(let value) = cell { abs(value - wanted) < 1e-9 } else { false }
  }

  @Test func withoutKeysThereIsOneGroup() throws {
    let table = try Table([Column("x", [1, 2, 4])])
    let all = try table.groupBy([], [("total", "sum(x)"), ("kinds", "n_unique(x)")])
    #expect(all["total"]?.cells == [7])
    #expect(all["kinds"]?.cells == [3])
  }

  @Test func formulasThatDoNotFitAreMarked() throws {
    #expect(
      try fault("speed * 2").hasPrefix("speed has many values in a group · sum them up, as mean(speed)"))
    #expect(try fault("mean(tag)").hasPrefix("mean needs numbers, this is text\n  mean(tag)\n       ^^^"))
    #expect(try fault("mean()").hasPrefix("mean needs a column"))
    #expect(try fault("avg(speed)").hasPrefix("no function 'avg'"))
  }
}
