internal import Glibc
internal import PlantData

/// The tables of the day, made when they are first wanted.
final class PlantDay {
  private let folder: String

  init(folder: String) { self.folder = folder }

  lazy var samples = Result { try scada() }
  lazy var unique = Result { try deduped() }
  lazy var good = Result { try filtered() }
  lazy var inCelsius = Result { try converted() }
  lazy var clean = Result { try withoutOutliers() }
  lazy var wide = Result { try pivoted() }
  lazy var serials = Result { try mes() }

  /// Makes these tables, so that the clock does not count them.
  func prepare(_ tables: KeyPath<PlantDay, Result<Table, any Error>>...) -> () throws -> Void {
    { for table in tables { _ = try self[keyPath: table].get() } }
  }

  // What is measured.

  func scada() throws -> Table { try read("scada_utf8.csv") }
  func chineseScada() throws -> Table { try read("scada_gb18030.csv", CSVOptions(encoding: .gb18030)) }
  func mes() throws -> Table { try read("mes.csv") }
  func chineseMES() throws -> Table { try read("mes_gb18030.csv", CSVOptions(encoding: .gbk)) }

  func deduped() throws -> Table { try samples.get().dedupe() }

  func filtered() throws -> Table { try unique.get().filter("quality == 192 and not is_null(value)") }

  func converted() throws -> Table {
    try good.get().with([("value", "if_else(contains(tag, '温度'), (value - 32) * 5 / 9, value)")])
  }

  func withoutOutliers() throws -> Table {
    try inCelsius.get().filter("abs(value - mean(value)) <= 4 * std(value)", by: ["tag"])
  }

  func corrected() throws -> Table {
    try clean.get().with([("ts", "if_else(starts_with(tag, 'ST3'), ts - 2.5, ts)")]).sort("ts")
  }

  func grouped() throws -> Table {
    try clean.get().groupBy(
      ["tag"],
      [
        ("count", "count()"), ("mean", "mean(value)"), ("std", "std(value)"), ("min", "min(value)"),
        ("max", "max(value)"),
      ])
  }

  func pivoted() throws -> Table {
    try clean.get().pivot(index: ["ts"], names: "tag", values: "value", how: .mean, every: 1)
  }

  func filled() throws -> Table { try wide.get().resample("ts", every: 1, how: .hold) }

  func rolled() throws -> Table {
    try clean.get().rolling(.rows(60), by: ["tag"], [("m", "mean(value)"), ("sd", "std(value)")])
  }

  func joinedAsOf() throws -> Table {
    let clean = try clean.get()
    let tags = try Table([clean.column("tag").unique()]).with([("station", "sub(tag, 1, 3)")])
    let wanted = try serials.get().select(["serial", "station", "end"]).join(tags, on: "station")
    return try wanted.joinAsOf(
      clean.select(["ts", "tag", "value"]), on: JoinKey("end", "ts"), by: [JoinKey("tag")], within: 10)
  }

  func inspections() throws -> Table {
    let inspected = try read("inspect.csv").dedupe()
      .with([("gauge", "if_else(unit == 'in', gauge * 25.4, gauge)")])
    let mes = try serials.get().with([("serial", "upper(serial)")])
    return try inspected.join(mes, on: "serial", how: .left)
  }

  func written() throws -> Int {
    let path = folder + "/ours.csv"
    defer { unlink(path) }
    try clean.get().save(csv: path)
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  private func read(_ name: String, _ options: CSVOptions = CSVOptions()) throws -> Table {
    try CSVReader.read([folder + "/" + name], options).table
  }

  // What the engines must agree on.

  func total(_ name: String, _ table: Table) throws -> String {
    guard case .float64(let sum) = try table.column(name).summary(.sum)[0] else { return "none" }
    return rounded(sum)
  }

  func shape(_ table: Table) -> String { "\(table.rowCount) x \(table.columns.count)" }

  func matches(_ name: String, _ table: Table) throws -> String {
    "\(table.rowCount), \(table.rowCount - (try table.column(name).missing)) matched"
  }

  /// Where the table begins and ends.
  func skewCheck(_ table: Table) throws -> String {
    let times = try table.column("ts")
    return [times.summary(.min)[0], times.summary(.max)[0]].map { $0.plainText(in: nil) }.joined(
      separator: " .. ")
  }

  /// Nine digits: more differ with the order of summation.
  private func rounded(_ value: Double) -> String {
    var text = [CChar](repeating: 0, count: 40)
    _ = withVaList([value]) { vsnprintf(&text, text.count, "%.9g", $0) }
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension Result where Failure == any Error {
  fileprivate init(_ body: () throws -> Success) { self.init(catching: body) }
}
