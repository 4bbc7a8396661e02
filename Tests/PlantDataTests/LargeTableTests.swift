import PlantData
import Randomness
import Report
import Testing

/// Operators that work in pieces, beside the plain way, on tables that fill many pieces.
@Suite struct LargeTableTests {
  static let rows = 150_001

  static let made = Result {
    var generator = SeededGenerator(seed: 17)
    let codes = (0..<rows).map { _ in Int(generator.next() % 40) }
    return try Table(
      [
        Column("tag", codes.map { $0 == 7 ? .missing : .text("t\($0)") }),
        Column(
          "n",
          (0..<rows).map { _ in generator.next() % 50 == 0 ? .missing : .int64(Int64(generator.next() % 900))
          }),
        Column(
          "x",
          (0..<rows).map { _ in
            [.float64(-0.0), .float64(0), .float64(.nan), .float64(1.5), .missing][Int(generator.next() % 5)]
          }),
        Column(
          "at",
          (0..<rows).map {
            .timestamp(Timestamp(microseconds: Int64($0) * 1000 + Int64(generator.next() % 90_000)))
          }),
        Column("ok", (0..<rows).map { _ in .bool(generator.next() % 2 == 0) }),
      ], provenance: Provenance(file: "a.csv", firstRow: 2, count: rows))
  }

  let table: Table

  init() throws { table = try Self.made.get() }

  @Test func keepingByBitsIsTakingTheirRows() throws {
    for share in [0, 1, 50, 99, 100] as [UInt64] {
      var generator = SeededGenerator(seed: share)
      let bits = Bitmap(repeating: false, count: Self.rows)
      for row in 0..<Self.rows where generator.next() % 100 < share {
        bits.words.start[row >> 6] |= 1 << UInt64(row & 63)
      }
      let kept = table.filter(rows: bits), taken = table.taking(bits.setRows())
      #expect(kept.rowCount == taken.rowCount)
      for (a, b) in zip(kept.columns, taken.columns) { expectSame(a, b) }
      for row in stride(from: 0, to: kept.rowCount, by: 777) {
        #expect(kept.provenance?[row] == taken.provenance?[row])
      }
    }
  }

  @Test func dedupeFindsWhatAKeyIndexFinds() throws {
    for keys in [["tag", "n"], ["x"], ["tag", "ok", "x"], ["n"]] {
      let index = try KeyIndex(
        keys.map { try table.column($0) }, rows: Self.rows, missingCounts: true)
      let first = try table.distinctRows(by: keys, keep: .first).setRows()
      #expect(first.elements == index.firstRows().elements.sorted())
      var last = [Int32](repeating: -1, count: index.count)
      for row in 0..<Self.rows { last[Int(index.groups.start[row])] = Int32(row) }
      let kept = try table.distinctRows(by: keys, keep: .last).setRows()
      #expect(kept.elements == last.sorted())
    }
  }

  @Test(arguments: [false, true])
  func sortingByPackedWordsIsStable(_ descending: Bool) throws {
    for name in ["at", "n", "tag"] {
      let column = try table.column(name)
      let words = try column.sortWords().words
      let order = Buffer<Int32>((0..<Int32(Self.rows)))
      let packed = try #require(PackedSort(order, words, descending: descending))
      packed.sort(order)
      let wanted = (0..<Int32(Self.rows)).sorted { a, b in
        let x = words[Int(a)], y = words[Int(b)]
        return x == y ? a < b : descending ? x > y : x < y
      }
      #expect(order.elements == wanted)
    }
  }

  @Test func wordsOfFullRangeAreNotPacked() {
    let order = Buffer<Int32>((0..<4)), words = Buffer<UInt64>([0, .max, 5, 6])
    #expect(PackedSort(order, words, descending: false) == nil)
    RadixSort.sort(order, by: (words, nil), descending: false)
    #expect(order.elements == [0, 2, 3, 1])
  }

  @Test func groupFiguresFromStretchesAreThoseOfOnePass() throws {
    let numbers = try table.with([("y", "n * 0.25")])
    let grouped = try numbers.groupBy(
      ["tag"],
      [
        ("m", "mean(y)"), ("s", "std(y)"), ("lo", "min(y)"), ("hi", "max(y)"), ("c", "count(y)"),
        ("t", "sum(y)"),
      ])
    let tags = try numbers.column("tag"), values = try numbers.column("y")
    for group in stride(from: 0, to: grouped.rowCount, by: 9) {
      let tag = try grouped.column("tag")[group]
      let own = (0..<Self.rows).compactMap { row -> Double? in
        guard tags[row] == tag, case .float64(let value) = values[row] else { return nil }
        return value
      }
      for (name, aggregate) in [("m", Aggregate.mean), ("s", .std), ("lo", .min), ("hi", .max), ("t", .sum)] {
        guard case .float64(let found) = try grouped.column(name)[group] else { continue }
        let wanted = try #require(PlainFigure.value(aggregate, of: own))
        #expect(abs(found - wanted) <= 1e-9 * max(1, abs(wanted)), "\(name)")
      }
      #expect(try grouped.column("c")[group] == .int64(Int64(own.count)))
    }
  }

  @Test func asOfSearchesFromAnyPlaceComeToTheSame() throws {
    let clock = try Table([
      Column("at", (0..<5000).map { .timestamp(Timestamp(microseconds: Int64($0 / 3) * 7)) }),
      Column("k", (0..<5000).map { .int64(Int64($0 % 4)) }),
    ])
    let series = try TimeSeries(
      clock, time: clock.column("at"), keys: [clock.column("k")], missingKeyCounts: false)
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<3000 {
      let group = Int(generator.next() % 4)
      let low = series.starts[group], high = series.starts[group + 1]
      let near = low + Int(generator.next() % UInt64(high - low + 1))
      let moment = Int64(generator.next() % 13_000) - 200
      let wanted = (low..<high).first { series.times[$0] > moment } ?? high
      #expect(series.firstAfter(moment, in: group, near: near) == wanted)
    }
  }

  private func expectSame(_ a: Column, _ b: Column) {
    #expect(a.missing == b.missing)
    for row in stride(from: 0, to: a.count, by: 101) {
      if case .float64(let x) = a[row], case .float64(let y) = b[row], x.isNaN, y.isNaN { continue }
      #expect(a[row] == b[row], "\(a.name), row \(row)")
    }
  }
}
