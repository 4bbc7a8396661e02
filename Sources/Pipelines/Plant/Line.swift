public import PlantData
public import Report
internal import Synchronization

/// A line of a plant with its systems, each read when it is first asked for.
///
///     let line = try Line(contentsOf: "line3.plant.lua")
///     try line.units().rowCount            // 1207: one row for each booked unit, all sources bound to it
///     try line.source("scada").rowCount    // the raw table
public final class Line: Sendable {
  public let plant: PlantDescription
  private let loaded = Mutex<[String: Reading]>([:])

  public init(_ plant: PlantDescription) { self.plant = plant }

  /// - Throws: `Fault` with file and row for what cannot be understood.
  public convenience init(contentsOf path: String) throws {
    try self.init(PlantDescription(contentsOf: path))
  }

  public var sourceNames: [String] { plant.sources.map(\.name) }

  /// What a source holds, as its reader gives it; the clock of a history is set right.
  ///
  /// - Parameter table: the table of a database; without it the only one there is.
  public func source(_ name: String, table: String? = nil) throws -> Table {
    try reading(plant.source(name), table: table).table
  }

  /// The rows of a source that could not be read.
  public func quarantine(_ name: String, table: String? = nil) throws -> [QuarantinedRow] {
    try reading(plant.source(name), table: table).quarantine
  }

  func reading(_ source: PlantDescription.Source, table: String? = nil) throws -> Reading {
    let key = source.name + (table.map { "." + $0 } ?? "")
    if let known = loaded.withLock({ $0[key] }) { return known }
    let reading = try SourceLoading(source: source, folder: folder).read(table: table)
    loaded.withLock { $0[key] = reading }
    return reading
  }

  /// Where the plant file lies; the paths in it start there.
  var folder: String? {
    plant.path.lastIndex(of: "/").map { slash in
      slash == plant.path.startIndex ? "/" : String(plant.path[..<slash])
    }
  }
}

extension Line: Displayable {
  public func text(on surface: Surface) -> String {
    let isEnglish = Language.current == .en
    let site = plant.site.map { (isEnglish ? "site " : "厂区 ") + $0 }
    let area = plant.area.map { (isEnglish ? "area " : "区域 ") + $0 }
    let place = [site, area].compactMap(\.self).joined(separator: " · ")
    let nameWidth = (plant.sources.map(\.name.displayWidth).max() ?? 0) + 2
    let paths = plant.sources.map { SourceSummary.path(of: $0) }
    let pathWidth = (paths.map(\.displayWidth).max() ?? 0) + 2
    var lines = [plant.name.padded(toWidth: min(nameWidth + pathWidth + 10, 40)) + "  " + place]
    for (source, path) in zip(plant.sources, paths) {
      let start =
        "  " + source.name.padded(toWidth: nameWidth) + source.kind.rawValue.padded(toWidth: 8)
        + path.padded(toWidth: pathWidth)
      lines.append(start + SourceSummary(line: self, source: source).words)
    }
    return lines.map { $0.truncated(toWidth: max(40, surface.columns)) }.joined(separator: "\n")
  }
}
