internal import Report

/// Reads a JSON document as a table. What becomes of it follows from its shape:
///
/// - a list of objects: one row each, as in JSON lines; it is read object by object, so that a long list needs no
///   more memory than its table;
/// - an object of lists of one length: each member a column;
/// - an object with one list of objects among its members (as services answer): that list;
/// - any other object: one row.
///
/// `rows` names the member that holds the rows where that is not plain: `"data.items"`.
///
///     try JSONReader.read("lots.json").table.columnNames      // ["batch_no", "heat.no", "heat.grade"]
public enum JSONReader {
  /// - Throws: `Fault` (file, encoding), (format) with line and column where the document is damaged; an element
  ///   that is no object goes to quarantine with its number.
  public static func read(
    _ path: String, rows: String? = nil, _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(TextFile(contentsOf: path), rows, options)
  }

  /// Reads bytes at hand, under the name `path`.
  package static func read(
    bytes: [UInt8], path: String, rows: String? = nil, _ options: ColumnOptions = ColumnOptions()
  ) throws -> Reading {
    try read(TextFile(bytes.withUnsafeBytes { FileBytes(copying: $0) }, path: path), rows, options)
  }

  private static func read(_ file: TextFile, _ rows: String?, _ options: ColumnOptions) throws -> Reading {
    let document = JSONDocument(file: file)
    defer { withExtendedLifetime(file) {} }
    let columns = RowColumns(source: file.path, options: options)
    if document.startsAList {
      guard rows == nil else { throw document.noSuchMember(rows ?? "", among: []) }
      return try document.readList(columns)
    }
    return try document.readObject(rows, columns)
  }
}
