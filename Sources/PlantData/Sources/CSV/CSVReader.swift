internal import Report
internal import Workers

/// Reads files of separated values into a table.
///
///     let reading = try CSVReader.read(["history/*.csv"], CSVOptions(encoding: .gb18030))
///     reading.table.rowCount           // 2160411
///     reading.quarantine.count         // 3
///
/// Columns are bool, whole number, number, time or text, whichever holds every value of the column.
public enum CSVReader {
  /// - Parameter paths: files; `*`, `?` and `[…]` name several. Columns are joined by name.
  /// - Throws: `Fault` (file, encoding, format, data) with file, row and column.
  public static func read(_ paths: [String], _ options: CSVOptions = CSVOptions()) throws -> Reading {
    let files = try paths.flatMap { try Folder.files(matching: $0) }.map {
      try CSVFile(path: $0, options: options)
    }
    return try read(files, options)
  }

  /// Reads bytes at hand, under the name `path`.
  package static func read(bytes: [UInt8], path: String, _ options: CSVOptions = CSVOptions()) throws
    -> Reading
  {
    let raw = bytes.withUnsafeBytes { FileBytes(copying: $0) }
    let text = try TextFile(raw, path: path, encoding: options.encoding)
    return try read([CSVFile(text: text, options: options)], options)
  }

  private static func read(_ files: [CSVFile], _ options: CSVOptions) throws -> Reading {
    guard !files.isEmpty else {
      throw Fault(.usage, en: "no file was named", zh: "没有给出文件名")
    }
    var names: [String] = []
    for file in files { names += file.names.filter { !names.contains($0) } }
    var schema = try CSVSchema(names: names, options: options)
    while true {
      let pieces = try readPieces(files, schema)
      let kinds = schema.fields.indices.map { column -> PieceColumn.Kind in
        if schema.fields[column].isDeclared { return schema.fields[column].kind }
        let isMisfit = pieces.contains { $0.columns[column].isMisfit }
        return isMisfit
          ? .text : pieces.reduce(.unknown) { PieceColumn.joined($0, $1.columns[column].kind) }
      }
      let mustReread = schema.fields.indices.filter { column in
        kinds[column] == .text
          && pieces.contains { $0.columns[column].kind != .text && $0.columns[column].kind != .unknown }
      }
      if mustReread.isEmpty { return try assemble(files, pieces, schema, kinds, options) }
      for column in mustReread { schema.fields[column].kind = .text }
    }
  }

  private static func readPieces(_ files: [CSVFile], _ schema: CSVSchema) throws -> [PieceReader] {
    var readers: [PieceReader] = []
    for file in files {
      let places = Dictionary(uniqueKeysWithValues: schema.fields.enumerated().map { ($1.name, $0) })
      let targets = file.names.compactMap { places[$0] }
      let pieces = RecordScan.pieces(
        of: file.text.bytes, from: file.bodyStart, separator: file.dialect.separator)
      readers += pieces.map { PieceReader(file: file, piece: $0, schema: schema, targets: targets) }
    }
    let progress = ReadingProgress(
      title: Text(en: "reading \(files[0].text.path)", zh: "正在读取 \(files[0].text.path)"),
      total: readers.reduce(0) { $0 + $1.piece.range.count })
    nonisolated(unsafe) let all = readers
    Workers.run(all.count) { range in
      for i in range where !Interruption.isRequested {
        all[i].read()
        progress.add(all[i].piece.range.count)
      }
    }
    progress.end()
    try Interruption.check()
    return readers
  }

  private static func assemble(
    _ files: [CSVFile], _ pieces: [PieceReader], _ schema: CSVSchema, _ kinds: [PieceColumn.Kind],
    _ options: CSVOptions
  ) throws -> Reading {
    let (provenance, quarantine) = origins(files, pieces)
    if options.isStrict, let first = quarantine.first { throw first.fault }
    if !options.refusesWords, let fault = OddWords.declared(quarantine, options) { throw fault }
    var found: [Text] = []
    let assembly = ColumnAssembly(pieces: pieces)
    var columns: [Column] = []
    for (i, field) in schema.fields.enumerated() {
      let column = try assembly.column(
        i, name: field.name, kind: kinds[i], type: field.type, zone: options.zone,
        unit: options.units[field.name])
      if kinds[i] == .text, !field.isDeclared {
        if let note = try OddWords(column: column, provenance: provenance, options: options).check() {
          found.append(note)
        }
      }
      columns.append(column)
    }
    let table = try Table(
      columns, rowCount: assembly.rowCount, provenance: provenance,
      notes: found + notes(files, quarantine))
    return Reading(table: table, quarantine: quarantine)
  }

  /// Where every good row stood, and the refused rows with their places in their files.
  private static func origins(_ files: [CSVFile], _ pieces: [PieceReader]) -> (Provenance, [QuarantinedRow]) {
    var builder = ProvenanceBuilder()
    var refused: [QuarantinedRow] = []
    var path: String?
    var row = 0
    for piece in pieces {
      if piece.file.text.path != path {
        path = piece.file.text.path
        row = piece.file.firstRow
        builder.begin(file: piece.file.text.path)
      }
      for run in piece.runs { builder.append(rows: row + run.lowerBound..<row + run.upperBound) }
      refused += piece.refused.map { bad in
        var bad = bad
        bad.row += row
        return bad
      }
      row += piece.recordCount
    }
    return (builder.finish(), refused)
  }

  /// What was found out rather than declared.
  private static func notes(_ files: [CSVFile], _ quarantine: [QuarantinedRow]) -> [Text] {
    var notes = files.flatMap(\.notes)
    if let file = files.first(where: \.text.isEncodingGuessed) {
      let name = file.text.encoding.rawValue
      notes.append(
        Text(en: "\(file.text.path): encoding taken to be \(name)", zh: "\(file.text.path)：编码推断为 \(name)"))
    }
    if let file = files.first(where: \.isDialectGuessed) {
      let name = file.dialect.separator == 9 ? "tab" : String(Unicode.Scalar(file.dialect.separator))
      notes.append(
        Text(
          en: "\(file.text.path): separator taken to be '\(name)'", zh: "\(file.text.path)：分隔符推断为“\(name)”"))
    }
    notes += QuarantinedRow.notes(quarantine)
    return notes
  }
}
