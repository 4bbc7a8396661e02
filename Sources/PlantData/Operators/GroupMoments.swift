internal import Workers

/// Count, sum, least and greatest value of each group of a column, from one pass over its rows; the squares of the
/// distances from the mean from another, when they are wanted.
///
/// Rows are summed in eight stretches whose sums are then joined, so that the result does not depend on how many
/// threads there are.
final class GroupMoments {
  struct Sums: BitwiseCopyable {
    var count: Int64 = 0
    var sum = 0.0
    var least = Double.infinity
    var greatest = -Double.infinity

    var mean: Double { sum / Double(count) }
  }

  /// The moments of the columns that were asked for.
  final class Kept {
    private var known: [ObjectIdentifier: (Column, GroupMoments)] = [:]

    func of(_ column: Column, _ groups: Buffer<Int32>, _ count: Int) -> GroupMoments {
      if let (_, moments) = known[ObjectIdentifier(column)] { return moments }
      let moments = GroupMoments(column, groups, count)
      known[ObjectIdentifier(column)] = (column, moments)
      return moments
    }
  }

  let each: Buffer<Sums>
  private let values: Buffer<Double>
  private let validity: Bitmap?
  private let groups: Buffer<Int32>

  private static let stretches = 8

  private init(_ column: Column, _ groups: Buffer<Int32>, _ count: Int) {
    values = column.numbers
    validity = column.validity
    self.groups = groups
    each = Buffer<Sums>(repeating: Sums(), count: count)
    let parts = summed(into: Sums()) { sums, value, _ in
      sums.count += 1
      sums.sum += value
      if value < sums.least { sums.least = value }
      if value > sums.greatest { sums.greatest = value }
    }
    for part in parts {
      for group in 0..<count {
        let more = part.start[group]
        each.start[group].count += more.count
        each.start[group].sum += more.sum
        each.start[group].least = min(each.start[group].least, more.least)
        each.start[group].greatest = max(each.start[group].greatest, more.greatest)
      }
    }
  }

  /// For each group the sum of the squares of the distances from its mean.
  lazy var squares: Buffer<Double> = {
    let means = Buffer<Double>(count: each.count)
    for group in 0..<each.count { means.start[group] = each.start[group].mean }
    let mean = means.start
    let parts = summed(into: 0.0) { sum, value, group in
      let distance = value - mean[group]
      sum += distance * distance
    }
    let out = Buffer<Double>(repeating: 0, count: each.count)
    for part in parts { for group in 0..<each.count { out.start[group] += part.start[group] } }
    return out
  }()

  /// One accumulator for each group and stretch; many groups make do with one stretch.
  @inline(__always)
  private func summed<Sum: BitwiseCopyable>(
    into zero: Sum, _ add: (inout Sum, Double, _ group: Int) -> Void
  ) -> [Buffer<Sum>] {
    let rows = values.count
    let stretches = rows < 1 << 16 || each.count > 1 << 16 ? 1 : GroupMoments.stretches
    let parts = (0..<stretches).map { _ in Buffer<Sum>(repeating: zero, count: each.count) }
    let values = values.start, groups = groups.start
    Workers.runIndexed(stretches) { part in
      let sums = parts[part].start
      let low = rows * part / stretches, high = rows * (part + 1) / stretches
      if let validity {
        for row in low..<high where groups[row] >= 0 && validity[row] {
          add(&sums[Int(groups[row])], values[row], Int(groups[row]))
        }
      } else {
        for row in low..<high where groups[row] >= 0 {
          add(&sums[Int(groups[row])], values[row], Int(groups[row]))
        }
      }
    }
    return parts
  }
}
