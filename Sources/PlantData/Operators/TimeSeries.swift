internal import Report

/// The rows of a table grouped by keys, each group in order of time: what as-of joins and resampling read.
package struct TimeSeries {
  var index: KeyIndex
  /// Rows of the table, group after group, within a group by time.
  package var rows: Buffer<Int32>
  /// The times of those rows, in microseconds.
  package var times: Buffer<Int64>
  /// Where each group begins [groups + 1].
  package var starts: Buffer<Int>

  /// Rows without a time, or (for joining) without a key, are left out.
  package init(_ table: Table, time: Column, keys: [Column], missingKeyCounts: Bool) throws {
    guard case .timestamp(let moments, _) = time.values else {
      throw Fault(
        .type, en: "a column of times is wanted, '\(time.name)' is \(time.kind.words.en)",
        zh: "需要时间列，而“\(time.name)”是\(time.kind.words.zh)")
    }
    let index = try KeyIndex(keys, rows: table.rowCount, missingCounts: missingKeyCounts)
    if let validity = time.validity { index.leaveOut { !validity[$0] } }
    var members = index.rowsByGroup()
    if !TimeSeries.isOrdered(members.rows, members.starts, moments) {
      let order = Buffer<Int32>((0..<Int32(table.rowCount)))
      RadixSort.sort(order, by: (try time.sortWords().words, nil), descending: false)
      members = index.rowsByGroup(in: order)
    }
    self.index = index
    rows = members.rows
    starts = members.starts
    times = moments.taking(members.rows, absent: 0)
  }

  private static func isOrdered(_ rows: Buffer<Int32>, _ starts: Buffer<Int>, _ times: Buffer<Int64>) -> Bool
  {
    for group in 0..<starts.count - 1 {
      let low = starts.start[group], high = starts.start[group + 1]
      var before = Int64.min
      for place in low..<high {
        let here = times.start[Int(rows.start[place])]
        if here < before { return false }
        before = here
      }
    }
    return true
  }

  /// The first place of a group whose time lies after `moment`, or the group's end: by steps that double from
  /// `place` on, then by halving (Bentley and Yao 1976, "An almost optimal algorithm for unbounded searching").
  @inline(__always)
  package func firstAfter(_ moment: Int64, in group: Int, near place: Int) -> Int {
    var low = starts.start[group], high = starts.start[group + 1]
    var step = 1
    if place < high, times.start[place] <= moment {
      low = place + 1
      while low + step < high, times.start[low + step] <= moment {
        low += step + 1
        step *= 2
      }
      high = min(high, low + step)
    } else {
      high = min(high, place)
      while high - step >= low, times.start[high - step] > moment {
        high -= step
        step *= 2
      }
      low = max(low, high - step)
    }
    while low < high {
      let middle = (low + high) >> 1
      if times.start[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
