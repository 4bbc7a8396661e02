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
  private let loaded = Mutex<[Key: Reading]>([:])

  private struct Key: Hashable {
    var source: String
    var table: String?
  }

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
    try read(name, table: table).table
  }

  /// What a source holds, with the rows that could not be read.
  public func read(_ name: String, table: String? = nil) throws -> Reading {
    try reading(plant.source(name), table: table)
  }

  /// The rows that could not be read, of all sources that were read so far, in the order of the plant file.
  public var quarantine: [QuarantinedRow] {
    let known = loaded.withLock { $0 }
    return plant.sources.flatMap { source in
      known.keys.filter { $0.source == source.name }.sorted { ($0.table ?? "") < ($1.table ?? "") }
        .flatMap { known[$0]?.quarantine ?? [] }
    }
  }

  func reading(_ source: PlantDescription.Source, table: String? = nil) throws -> Reading {
    let key = Key(source: source.name, table: table)
    if let known = loaded.withLock({ $0[key] }) { return known }
    do {
      let reading = try SourceLoading(source: source, folder: folder).read(table: table)
      loaded.withLock { $0[key] = reading }
      return reading
    } catch let fault as Fault where fault.place == nil && fault.code == .name {
      throw Fault(
        fault.code, Text("\(source.name): ") + fault.what, at: Place(file: plant.path, line: source.line),
        try: fault.remedy)
    }
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
    let paths = plant.sources.map { $0.kind.address(of: $0) }
    let pathWidth = (paths.map(\.displayWidth).max() ?? 0) + 2
    var lines = [plant.name.padded(toWidth: min(nameWidth + pathWidth + 10, 40)) + "  " + place]
    for (source, path) in zip(plant.sources, paths) {
      let start =
        "  " + source.name.padded(toWidth: nameWidth) + source.kind.word.padded(toWidth: 8)
        + path.padded(toWidth: pathWidth)
      lines.append(start + SourceSummary(line: self, source: source).words)
    }
    return lines.map { $0.truncated(toWidth: max(40, surface.columns)) }.joined(separator: "\n")
  }
}
