internal import Report

/// Numbers the distinct combinations of some columns' values, exactly, in order of first appearance.
///
/// Each column's value gets a number by a map of its own; two numbers then become one by a map of pairs,
/// column after column. Rows of another table can be looked up in the same index.
package struct KeyIndex {
  private struct Stage {
    var values: WordMap
    /// From the number so far and this column's to one number; none for the first column.
    var pairs: WordMap?
    var dictionary: TextDictionary?
  }

  private var stages: [Stage] = []
  /// For each row of the table it was built on, the number of its combination; -1 where a value is missing
  /// and missing values do not count.
  package private(set) var groups: Buffer<Int32>
  /// How many combinations there are.
  package private(set) var count: Int

  /// - Parameter missingCounts: a missing value is a value like any other (grouping), or matches nothing
  ///   (joining).
  package init(_ columns: [Column], rows: Int, missingCounts: Bool) throws {
    groups = Buffer(repeating: 0, count: rows)
    count = rows > 0 ? 1 : 0
    for column in columns {
      try Interruption.check()
      var values = WordMap(bound: column.keyBound)
      let own = try KeyIndex.numbers(column, &values, missingCounts)
      guard !stages.isEmpty else {
        groups = own
        count = values.count
        stages.append(Stage(values: values, pairs: nil, dictionary: column.dictionary))
        continue
      }
      let width = values.count
      let product = count.multipliedReportingOverflow(by: max(1, width))
      var pairs = WordMap(bound: product.overflow ? nil : product.partialValue)
      let groups = groups.start, numbers = own.start
      for row in 0..<rows {
        guard groups[row] >= 0, numbers[row] >= 0 else {
          groups[row] = -1
          continue
        }
        groups[row] = pairs.number(UInt64(Int(groups[row]) * width + Int(numbers[row])))
      }
      count = pairs.count
      stages.append(Stage(values: values, pairs: pairs, dictionary: column.dictionary))
    }
  }

  private static func numbers(
    _ column: Column, _ values: inout WordMap, _ missingCounts: Bool
  ) throws -> Buffer<Int32> {
    let words = try column.keyWords()
    let out = Buffer<Int32>(count: column.count)
    guard let validity = column.validity else {
      for row in 0..<column.count { out.start[row] = values.number(words.start[row]) }
      return out
    }
    for row in 0..<column.count {
      out.start[row] =
        validity[row] ? values.number(words.start[row]) : missingCounts ? values.numberOfMissing() : -1
    }
    return out
  }

  /// For each row of other columns of the same kinds, the number of its combination here, or -1 for none.
  func find(_ columns: [Column], rows: Int) throws -> Buffer<Int32> {
    var found = Buffer<Int32>(repeating: 0, count: rows)
    for (stage, column) in zip(stages, columns) {
      try Interruption.check()
      let words = try column.keyWords(in: stage.dictionary)
      let next = Buffer<Int32>(count: rows)
      for row in 0..<rows {
        let own = found.start[row] < 0 || column.isMissing(row) ? -1 : stage.values.find(words.start[row])
        guard own >= 0, let pairs = stage.pairs else {
          next.start[row] = own
          continue
        }
        next.start[row] = pairs.find(UInt64(Int(found.start[row]) * stage.values.count + Int(own)))
      }
      found = next
    }
    return found
  }

  /// Takes rows out of their combinations.
  func leaveOut(_ test: (Int) -> Bool) {
    for row in 0..<groups.count where test(row) { groups.start[row] = -1 }
  }

  /// The rows of each combination, those of one after those of another, and where each begins [count + 1].
  ///
  /// - Parameter order: all rows in the order wanted within a combination; nil for the table's own.
  func rowsByGroup(in order: Buffer<Int32>? = nil) -> (rows: Buffer<Int32>, starts: Buffer<Int>) {
    let starts = Buffer<Int>(repeating: 0, count: count + 1)
    for group in groups.values where group >= 0 { starts.start[Int(group) + 1] += 1 }
    for group in 0..<count { starts.start[group + 1] += starts.start[group] }
    let rows = Buffer<Int32>(count: starts.start[count])
    let next = Buffer<Int>(starts.values)
    for i in 0..<groups.count {
      let row = order.map { Int($0.start[i]) } ?? i
      let group = Int(groups.start[row])
      guard group >= 0 else { continue }
      rows.start[next.start[group]] = Int32(row)
      next.start[group] += 1
    }
    return (rows, starts)
  }

  /// The first row of each combination.
  package func firstRows() -> Buffer<Int32> {
    let first = Buffer<Int32>(repeating: -1, count: count)
    for row in 0..<groups.count {
      let group = Int(groups.start[row])
      if group >= 0, first.start[group] < 0 { first.start[group] = Int32(row) }
    }
    return first
  }
}
