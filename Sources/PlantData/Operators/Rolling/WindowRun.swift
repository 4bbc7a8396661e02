/// The windows of a run of places, with the values they need at hand in their order.
struct WindowRun {
  private let windows: Windows
  private let places: Range<Int>
  /// The place of `values[0]`.
  private let base: Int
  /// The values of the places from `base`.
  private let values: [Double]
  /// Which of them are there; empty where all are.
  private let present: [Bool]

  init(
    _ windows: Windows, _ places: Range<Int>, values column: UnsafePointer<Double>, validity: Bitmap?
  ) {
    self.windows = windows
    self.places = places
    let rows = windows.rows.start
    let base = Int(windows.firsts.start[places.lowerBound])
    self.base = base
    let count = places.upperBound - base
    values = [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      for i in 0..<count { buffer[i] = column[Int(rows[base + i])] }
      filled = count
    }
    guard let validity else {
      present = []
      return
    }
    present = (0..<count).map { validity[Int(rows[base + $0])] }
  }

  /// Fills in the results: several of sums, or one of another kind.
  func fill(_ results: [WindowResult]) {
    switch results[0].aggregate {
    case .count, .sum, .mean, .std:
      let wantsSpread = results.contains { $0.aggregate == .std }
      slide(MovingMoments(wantsSpread: wantsSpread), results) { $0.result($1) }
    case .min: slide(MovingExtreme(largest: false), results) { figure, _ in figure.result }
    case .max: slide(MovingExtreme(largest: true), results) { figure, _ in figure.result }
    case .median: slide(MovingMedian(), results) { figure, _ in figure.result }
    case .first, .last, .uniqueCount: direct(results[0])
    }
  }

  /// Moves a figure along: values enter at one end and leave at the other.
  @inline(__always)
  private func slide<Figure: MovingFigure>(
    _ figure: Figure, _ results: [WindowResult], _ result: (Figure, Aggregate) -> Double?
  ) {
    values.withUnsafeBufferPointer { values in
      present.withUnsafeBufferPointer { present in
        results.withUnsafeBufferPointer { results in
          var figure = figure
          let hasGaps = !present.isEmpty
          let firsts = windows.firsts.start, rows = windows.rows.start
          var first = base, next = base
          for place in places {
            let wanted = Int(firsts[place])
            if wanted >= next {
              // The window of another group: nothing of the old one stays.
              figure.clear()
              (first, next) = (wanted, wanted)
            }
            while first < wanted {
              if !hasGaps || present[first - base] { figure.remove(values[first - base], first) }
              first += 1
            }
            while next <= place {
              if !hasGaps || present[next - base] { figure.add(values[next - base], next) }
              next += 1
            }
            if figure.wantsRefreshing {
              figure.clear()
              for i in first..<next where !hasGaps || present[i - base] { figure.add(values[i - base], i) }
            }
            guard figure.count >= windows.least else { continue }
            for each in results { each.store(result(figure, each.aggregate), at: Int(rows[place])) }
          }
        }
      }
    }
  }

  /// Each window on its own: what is seldom asked for.
  private func direct(_ result: WindowResult) {
    for place in places {
      let window = (Int(windows.firsts.start[place]) - base)...(place - base)
      let own = window.filter { present.isEmpty || present[$0] }.map { values[$0] }
      guard own.count >= windows.least else { continue }
      result.store(PlainFigure.value(result.aggregate, of: own), at: Int(windows.rows.start[place]))
    }
  }
}
