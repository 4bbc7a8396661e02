internal import Report

/// Reads ISA-95 objects from a B2MML document: each element that repeats is a table, such as `ProductionResponse`,
/// `SegmentResponse`, `MaterialConsumedActual` or `MaterialLot`, and each of its occurrences a row.
///
/// Columns are named by the elements within it: `ID`, `ActualStartTime`, `Location.EquipmentID`. A value with a
/// type and a unit gives one column, whose unit it has when all rows agree, else a second column
/// `….UnitOfMeasure`; production data and properties are named by their own identifier:
/// `ProductionData.rolling force`. The identifiers of what an element stands in come first:
/// `ProductionResponse.ID`.
///
/// Written after the schemas B2MML V0600 (MESA International, March 2013); those of V0401 and V0700 have the same
/// shape. "The Business To Manufacturing Markup Language (B2MML) is used courtesy of MESA International."
///
///     try B2MMLReader.read("performance.xml", table: "SegmentResponse").table
public enum B2MMLReader {
  /// The tables that a document holds, each with its number of rows, in the order in which they first occur.
  ///
  /// - Throws: `Fault` (file), (format) with line and column where the document is damaged.
  public static func tables(_ path: String) throws -> [(name: String, rows: Int)] {
    try tables(objects(FileBytes.read(path), path, wanted: nil))
  }

  /// - Throws: `Fault` (file), (format) with line and column where the document is damaged, (name) with the nearest
  ///   tables; a row with a value that is not of its stated type goes to quarantine.
  public static func read(
    _ path: String, table: String, _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(FileBytes.read(path), path, table, options)
  }

  /// Reads bytes at hand, under the name `path`.
  package static func read(
    bytes: [UInt8], path: String, table: String, _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(bytes.withUnsafeBytes { FileBytes(copying: $0) }, path, table, options)
  }

  private static func read(
    _ memory: FileBytes, _ path: String, _ table: String, _ options: ColumnOptions
  ) throws -> Reading {
    let found = try objects(memory, path, wanted: table)
    guard found.rows.isEmpty else {
      return try B2MMLTable(source: "\(path):\(table)", options: options).gather(found.rows)
    }
    let names = tables(found).map(\.name)
    let fault = Fault.unknownName(
      table, among: names, what: Text(en: "table", zh: "表"), whole: Text(en: "tables", zh: "现有表"))
    throw Fault(fault.code, fault.what, at: Place(file: path))
  }

  private static func tables(_ found: B2MMLObjects) -> [(name: String, rows: Int)] {
    found.names.map { ($0, found.counts[$0] ?? 0) }
  }

  private static func objects(_ memory: FileBytes, _ path: String, wanted: String?) throws -> B2MMLObjects {
    let found = B2MMLObjects(wanted: wanted)
    let document = XMLDocument(found)
    found.line = { [unowned document] in document.line }
    do {
      try withExtendedLifetime(memory) { try document.feed(memory.bytes) }
      try document.end()
    } catch let damage as XMLDocument.Damage {
      throw Fault(
        .format, en: "column \(damage.column): \(damage.words.en)",
        zh: "第 \(damage.column) 列：\(damage.words.zh)", at: Place(file: path, line: damage.line))
    }
    return found
  }
}
