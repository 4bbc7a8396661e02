internal import Report

/// The columns of a CSV file put beside the images that its column `file` names.
struct ImageLabels {
  /// The images' columns and those of the file; an image that it does not name has none of its values.
  private(set) var columns: [Column]
  private(set) var notes: [Text]
  /// Rows of the file that could not be read or name no image.
  private(set) var quarantine: [QuarantinedRow]

  /// - Parameter images: the columns `image` and `file`, then others.
  init(contentsOf path: String, _ images: [Column]) throws {
    let reading = try CSVReader.read([path])
    let table = reading.table, key = try table.column("file")
    let refused = QuarantinedRow.notes(reading.quarantine)
    notes = table.notes.filter { !refused.contains($0) }
    quarantine = reading.quarantine
    var places: [String: Int32] = [:]
    var repeated = 0
    for row in 0..<table.rowCount where !key.isMissing(row) {
      let name = key[row].words
      if places[name] == nil { places[name] = Int32(row) } else { repeated += 1 }
    }
    let rows = Buffer<Int32>(repeating: -1, count: images[1].count)
    var used: Set<String> = []
    for image in 0..<images[1].count {
      let name = images[1][image].words
      let short = name.split(separator: "/").last.map(String.init) ?? name
      let known = places[name] != nil ? name : short
      guard let row = places[known] else { continue }
      rows.start[image] = row
      used.insert(known)
    }
    for row in 0..<table.rowCount where key.isMissing(row) || !used.contains(key[row].words) {
      let name = key.isMissing(row) ? nil : key[row].words
      quarantine.append(
        QuarantinedRow(
          file: path, row: table.provenance?[row]?.row ?? row + 2, column: "file",
          reason: Text(en: "no such image in the folder", zh: "文件夹中没有这张图像"), value: name,
          text: table.columns.map { $0.isMissing(row) ? "" : $0[row].words }.joined(separator: ",")))
    }
    let more = table.columns.filter { $0.name != "file" }.map { $0.taking(rows, orMissing: true) }
    columns = images.filter { own in !more.contains { $0.name == own.name } } + more
    let without = (0..<rows.count).count { rows[$0] < 0 }
    note(path, without, Text(en: "images have no row of labels", zh: "张图像没有标签"))
    note(path, repeated, Text(en: "rows repeat a file, the first counts", zh: "行的 file 重复，取第一行"))
  }

  private mutating func note(_ path: String, _ count: Int, _ what: Text) {
    guard count > 0 else { return }
    notes.append(
      Text(en: "\(path): \(count.grouped) \(what.en)", zh: "\(path)：\(count.grouped) \(what.zh)"))
  }
}
