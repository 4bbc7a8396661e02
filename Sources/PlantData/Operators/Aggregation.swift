/// Rows divided into numbered groups, and what sums them up.
struct Aggregation {
  /// For each row its group; -1 for a row of none.
  let groups: Buffer<Int32>
  let count: Int
  private let moments = GroupMoments.Kept()

  init(groups: Buffer<Int32>, count: Int) {
    self.groups = groups
    self.count = count
  }

  /// One value for each group; a group without any value has none, but a count of 0.
  func column(_ aggregate: Aggregate, of column: Column) -> Column {
    switch aggregate {
    case .count: counted(column)
    case .uniqueCount: distinct(column)
    case .first, .last: end(column, last: aggregate == .last)
    case .min, .max: extreme(column, largest: aggregate == .max)
    case .sum where column.kind == .int64: integerSum(column)
    case .sum, .mean, .std: moment(aggregate, column)
    case .median: median(column)
    }
  }

  /// How many rows each group has.
  func rowCounts() -> Column {
    let out = Buffer<Int64>(repeating: 0, count: count)
    for group in groups.values where group >= 0 { out.start[Int(group)] += 1 }
    return Column("count", .int64(out))
  }

  /// How many groups have a row at all.
  var filledGroups: Int {
    var seen = [Bool](repeating: false, count: count)
    for group in groups.values where group >= 0 { seen[Int(group)] = true }
    return seen.count { $0 }
  }

  @inline(__always)
  private func forEach(_ column: Column, _ body: (_ row: Int, _ group: Int) -> Void) {
    let groups = groups.start
    if let validity = column.validity {
      for row in 0..<column.count where groups[row] >= 0 && validity[row] { body(row, Int(groups[row])) }
    } else {
      for row in 0..<column.count where groups[row] >= 0 { body(row, Int(groups[row])) }
    }
  }

  private func counted(_ column: Column) -> Column {
    let out = Buffer<Int64>(repeating: 0, count: count)
    if column.kind.isNumber {
      let sums = moments.of(column, groups, count)
      for group in 0..<count { out.start[group] = sums.each.start[group].count }
      return Column(column.name, .int64(out))
    }
    forEach(column) { _, group in out.start[group] += 1 }
    return Column(column.name, .int64(out))
  }

  private func validity(_ counts: Buffer<Int64>, atLeast least: Int64 = 1) -> Bitmap {
    Bitmap(count: count) { counts.start[$0] >= least }
  }

  private func counts(_ column: Column) -> Buffer<Int64> {
    guard case .int64(let counts) = counted(column).values else { preconditionFailure("counts are integers") }
    return counts
  }

  private func integerSum(_ column: Column) -> Column {
    guard case .int64(let values) = column.values else { preconditionFailure("integerSum: no integers") }
    let out = Buffer<Int64>(repeating: 0, count: count)
    forEach(column) { row, group in out.start[group] &+= values.start[row] }
    return Column(column.name, .int64(out), validity: validity(counts(column)), unit: column.unit)
  }

  /// Sum, mean, or the standard deviation of a sample, by two passes.
  private func moment(_ aggregate: Aggregate, _ column: Column) -> Column {
    let sums = moments.of(column, groups, count)
    let out = Buffer<Double>(count: count)
    switch aggregate {
    case .sum: for group in 0..<count { out.start[group] = sums.each.start[group].sum }
    case .mean: for group in 0..<count { out.start[group] = sums.each.start[group].mean }
    default:
      let squares = sums.squares
      for group in 0..<count {
        out.start[group] = (squares.start[group] / Double(sums.each.start[group].count - 1)).squareRoot()
      }
    }
    let least = aggregate == .std ? 2 : 1
    let valid = Bitmap(count: count) { sums.each.start[$0].count >= least }
    return Column(column.name, .float64(out), validity: valid, unit: column.unit)
  }

  private func median(_ column: Column) -> Column {
    let values = column.numbers
    let counts = counts(column)
    var next = [Int](repeating: 0, count: count + 1)
    for group in 0..<count { next[group + 1] = next[group] + Int(counts.start[group]) }
    let starts = next
    let sorted = Buffer<Double>(count: starts[count])
    forEach(column) { row, group in
      sorted.start[next[group]] = values.start[row]
      next[group] += 1
    }
    let out = Buffer<Double>(repeating: 0, count: count)
    for group in 0..<count where counts.start[group] > 0 {
      var part = UnsafeMutableBufferPointer(
        start: sorted.start + starts[group], count: Int(counts.start[group]))
      part.sort()
      out.start[group] = Quantile.value(0.5, ofSorted: UnsafeBufferPointer(part))
    }
    return Column(column.name, .float64(out), validity: validity(counts), unit: column.unit)
  }

  private func distinct(_ column: Column) -> Column {
    let out = Buffer<Int64>(repeating: 0, count: count)
    guard let words = try? column.keyWords() else { return counted(column) }
    var values = WordMap(bound: column.keyBound)
    var seen = WordMap()
    forEach(column) { row, group in
      let number = values.number(words.start[row])
      let before = seen.count
      _ = seen.number(UInt64(group) << 32 | UInt64(number))
      if seen.count > before { out.start[group] += 1 }
    }
    return Column(column.name, .int64(out))
  }

  /// The first or last value that is not missing.
  private func end(_ column: Column, last: Bool) -> Column {
    let rows = Buffer<Int32>(repeating: -1, count: count)
    forEach(column) { row, group in
      if last || rows.start[group] < 0 { rows.start[group] = Int32(row) }
    }
    return column.taking(rows, orMissing: true)
  }

  private func extreme(_ column: Column, largest: Bool) -> Column {
    if case .float64 = column.values {
      let sums = moments.of(column, groups, count)
      // A value that is no number makes the sum none, and has a place of its own in the order.
      if !sums.each.values.contains(where: { $0.sum.isNaN }) {
        let out = Buffer<Double>(count: count)
        for group in 0..<count {
          out.start[group] = largest ? sums.each.start[group].greatest : sums.each.start[group].least
        }
        let valid = Bitmap(count: count) { sums.each.start[$0].count > 0 }
        return Column(column.name, .float64(out), validity: valid, unit: column.unit)
      }
    }
    guard let words = try? column.sortWords().words else { return end(column, last: largest) }
    let rows = Buffer<Int32>(repeating: -1, count: count)
    let flip: UInt64 = largest ? ~0 : 0
    forEach(column) { row, group in
      let best = rows.start[group]
      if best < 0 || words.start[row] ^ flip < words.start[Int(best)] ^ flip {
        rows.start[group] = Int32(row)
      }
    }
    return column.taking(rows, orMissing: true)
  }
}

extension Column {
  /// The values as numbers, integers made so, times in microseconds.
  var numbers: Buffer<Double> {
    switch values {
    case .float64(let buffer): return buffer
    case .int64(let buffer), .timestamp(let buffer, _):
      let out = Buffer<Double>(count: count)
      for i in 0..<count { out.start[i] = Double(buffer.start[i]) }
      return out
    case .bool(let bits):
      let out = Buffer<Double>(count: count)
      for i in 0..<count { out.start[i] = bits[i] ? 1 : 0 }
      return out
    case .text, .image: preconditionFailure("numbers: \(kind.rawValue) holds none")
    }
  }
}
