internal import Glibc
internal import PlantData

/// What a technician does to a day of a line's data, step after step: 5,000,000 samples of 50 tags, 200,000 serials
/// of an MES, 50,000 inspections. Each row starts from what the one before it left.
enum DataFamily: Family {
  static let name = "data"

  static var rows: [any Row] {
    let day = PlantDay(folder: getenv("PLANTSH_BENCH_DATA").map { String(cString: $0) } ?? ".")
    return [
      DataRow("read CSV, 5 M rows") { "\(try day.scada().rowCount)" },
      DataRow("read CSV in GB18030, 1 M rows") { "\(try day.chineseScada().rowCount)" },
      DataRow("dedupe", after: day.prepare(\.samples)) { "\(try day.deduped().rowCount)" },
      DataRow("filter", after: day.prepare(\.unique)) { "\(try day.filtered().rowCount)" },
      DataRow("convert units", after: day.prepare(\.good)) { try day.total("value", day.converted()) },
      DataRow("outliers beyond 4 sigma by tag", after: day.prepare(\.inCelsius)) {
        "\(try day.withoutOutliers().rowCount)"
      },
      DataRow("correct a clock's skew", after: day.prepare(\.clean)) { try day.skewCheck(day.corrected()) },
      DataRow("group by tag", after: day.prepare(\.clean)) { try day.total("mean", day.grouped()) },
      DataRow("pivot to 1 s means", after: day.prepare(\.clean)) { day.shape(try day.pivoted()) },
      DataRow("fill forward to 1 s", after: day.prepare(\.wide)) { day.shape(try day.filled()) },
      DataRow("rolling mean and deviation by tag", after: day.prepare(\.clean)) {
        try day.total("m", day.rolled())
      },
      DataRow("read MES, 200 k rows") { "\(try day.mes().rowCount)" },
      DataRow("read MES in GBK, 200 k rows") { "\(try day.chineseMES().rowCount)" },
      DataRow("as-of join, 2 M rows", after: day.prepare(\.clean, \.serials)) {
        try day.matches("value", day.joinedAsOf())
      },
      DataRow("inspections: dedupe, convert, join", after: day.prepare(\.serials)) {
        try day.matches("station", day.inspections())
      },
      DataRow("write CSV", after: day.prepare(\.clean)) { "\(try day.written())" },
      DataMemoryRow(day),
    ]
  }
}
