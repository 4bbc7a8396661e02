extension Table {
  /// The table with a column that names the file of each row, without folder and ending: which experiment, which
  /// shift a row belongs to. Rows of no file have none.
  ///
  ///     try CSVReader.read(["runs/*.csv"], CSVOptions()).table.namingFiles("run")["run"]
  public func namingFiles(_ name: String) throws -> Table {
    let builder = ColumnBuilder(name, .text, capacity: rowCount)
    var stems: [String: String] = [:]
    for row in 0..<rowCount {
      guard let file = provenance?[row]?.file else {
        builder.append(.missing)
        continue
      }
      let stem = stems[file] ?? Self.stem(of: file)
      stems[file] = stem
      builder.append(.text(stem))
    }
    return try Table(columns + [builder.finish()], rowCount: rowCount, provenance: provenance, notes: notes)
  }

  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return String(name) }
    return String(name[..<dot])
  }
}
