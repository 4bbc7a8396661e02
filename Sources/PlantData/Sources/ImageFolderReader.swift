internal import Report

/// Lists the images of a folder as a table: `image`, `file`, and `label` (the name of the subfolder) or the
/// columns that a file-name pattern gives. Nothing is decoded here.
///
///     try ImageFolderReader.read("X-SDD/datas").table                         // image, file, label
///     try ImageFolderReader.read("cam1", pattern: "{serial}_{n}.png").table   // image, file, serial, n
public enum ImageFolderReader {
  /// - Parameter pattern: how file names are made; what stands in braces becomes a column.
  /// - Parameter labels: a CSV file with a column `file` (the name as in the folder) and others to be added.
  /// - Throws: `Fault` (file) when the folder is missing or holds no image. Files that are no images or do not
  ///   fit the pattern go to quarantine, as do rows of `labels` that name no image.
  public static func read(
    _ folder: String, pattern: String? = nil, labels: String? = nil
  ) throws -> Reading {
    let root = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    var files: [String] = []
    try list(root, prefix: "", depth: 0, into: &files)
    let names = try pattern.map { try FileNamePattern($0) }
    let hasLabels = pattern == nil && files.contains { $0.contains("/") }
    let image = ColumnBuilder("image", .image), file = ColumnBuilder("file", .text)
    let label = ColumnBuilder("label", .text)
    let parts = names?.fields.map { ColumnBuilder($0, .text) } ?? []
    var quarantine: [QuarantinedRow] = []
    var origins = ProvenanceBuilder()
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard isImage(name) else {
        quarantine.append(odd(root, path, Text(en: "not an image by its name", zh: "按扩展名不是图像")))
        continue
      }
      let values = names?.match(name)
      if names != nil, values == nil {
        let shown = pattern ?? ""
        quarantine.append(
          odd(root, path, Text(en: "does not fit the pattern \(shown)", zh: "不符合文件名模式 \(shown)")))
        continue
      }
      image.append(ImageReference.file(root + "/" + path))
      file.append(path)
      for (builder, value) in zip(parts, values ?? []) { builder.append(value) }
      if hasLabels {
        if path.contains("/") {
          label.append(String(path.dropLast(name.count + 1)))
        } else {
          label.appendMissing()
        }
      }
      origins.begin(file: root + "/" + path)
      origins.append(row: 1)
    }
    guard image.count > 0 else {
      throw Fault(
        .file, en: "\(folder): no image (png, jpg, tif, bmp) in the folder",
        zh: "\(folder)：文件夹里没有图像（png、jpg、tif、bmp）")
    }
    var columns = [image.finish(), file.finish()] + parts.map { $0.finish() }
    if hasLabels { columns.append(label.finish()) }
    var notes: [Text] = []
    if let labels {
      let file = try ImageLabels(contentsOf: labels, columns)
      columns = file.columns
      notes = file.notes
      quarantine += file.quarantine
    }
    let table = try Table(
      columns, provenance: origins.finish(), notes: notes + QuarantinedRow.notes(quarantine))
    return Reading(table: table, quarantine: quarantine)
  }

  private static func isImage(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp"].contains { lower.hasSuffix($0) }
  }

  private static func odd(_ root: String, _ path: String, _ reason: Text) -> QuarantinedRow {
    QuarantinedRow(file: root + "/" + path, row: 1, reason: reason, text: path)
  }

  /// The files of a folder and its subfolders, in the order of their bytes.
  private static func list(_ root: String, prefix: String, depth: Int, into files: inout [String]) throws {
    for name in try Folder.names(in: root + (prefix.isEmpty ? "" : "/" + prefix)) {
      try Interruption.check()
      let path = prefix.isEmpty ? name : prefix + "/" + name
      if !isImage(name), Folder.isFolder(root + "/" + path) {
        if depth < 8 { try list(root, prefix: path, depth: depth + 1, into: &files) }
      } else {
        files.append(path)
      }
    }
  }
}
