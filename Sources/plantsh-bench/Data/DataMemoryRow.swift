/// The most memory that a process takes which does the day's whole work and nothing else.
final class DataMemoryRow: Row {
  let heading = Heading(
    row: "the whole day, peak memory", unit: "MB", must: .ratio(2), hope: .ratio(3), againstBest: true,
    fresh: true)
  private let day: PlantDay

  init(_ day: PlantDay) { self.day = day }

  func measure(_ peer: String?) throws -> Double {
    _ = try day.clean.get()
    _ = try day.grouped()
    _ = try day.wide.get()
    _ = try day.filled()
    _ = try day.rolled()
    _ = try day.joinedAsOf()
    _ = try day.inspections()
    return try peakResidentMegabytes()
  }
}
