internal import PlantData
internal import Report

/// The samples of one tag in the order of time, to be asked for the value at a moment.
struct TagHistory {
  private var times: [Int64] = []
  private var values: [Double] = []
  /// Samples whose quality was not among the good codes.
  private(set) var leftOut = 0

  /// - Throws: `Fault` (name) with the nearest tags when the history has no such tag.
  init(tag: String, of table: Table, _ history: PlantDescription.History) throws {
    let tags = try table.column(history.tag), time = try table.column(history.time)
    let value = try table.column(history.value)
    guard case .text(let codes, let names) = tags.values, case .timestamp(let moments, _) = time.values,
      case .float64(let numbers) = value.values
    else {
      throw Fault(
        .type, en: "a history needs columns of times, tags and numbers", zh: "历史数据需要时间列、点位列和数值列")
    }
    guard let code = names.code(of: tag) else {
      throw Fault.unknownName(
        tag, among: names.texts.sorted(), what: Text(en: "tag", zh: "点位"), whole: Text(en: "tags", zh: "现有点位")
      )
    }
    let quality = try history.quality.map { try table.column($0) }
    let good = Set(history.good)
    var samples: [(time: Int64, value: Double)] = []
    for row in 0..<table.rowCount where codes[row] == code && !tags.isMissing(row) && !time.isMissing(row) {
      if row & 0xFFFFF == 0 { try Interruption.check() }
      if let quality, !good.isEmpty, !good.contains(quality[row].words) {
        leftOut += 1
      } else if !value.isMissing(row) {
        samples.append((moments[row], numbers[row]))
      }
    }
    samples.sort { $0.time < $1.time }
    times = samples.map(\.time)
    values = samples.map(\.value)
  }

  /// The sample nearest to a moment, the earlier of two equally near ones, or nil when none lies within.
  func value(at moment: Int64, within tolerance: Int64) -> Double? {
    var low = 0, high = times.count
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    let before = low > 0 ? moment &- times[low - 1] : Int64.max
    let after = low < times.count ? times[low] &- moment : Int64.max
    guard min(before, after) <= tolerance else { return nil }
    return before <= after ? values[low - 1] : values[low]
  }
}
