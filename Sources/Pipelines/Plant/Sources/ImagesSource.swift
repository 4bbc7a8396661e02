internal import PlantData
internal import Report

/// `images { "cam1", serial = "{serial}_{n}.png" }`.
struct ImagesSource: SourceKind {
  let word = "images"
  let options = ["labels"]

  func read(_ source: LocatedSource, table: String?) throws -> Reading {
    let pattern = source.source.keys.sorted { $0.key < $1.key }.map(\.value).first { $0.contains("{") }
    let labels = source.text("labels").map { Folder.path($0, in: source.folder) }
    return try ImageFolderReader.read(source.paths[0], pattern: pattern, labels: labels)
  }

  func counted(_ rows: Int) -> Text { Text(en: "\(rows.grouped) images", zh: "\(rows.grouped) 张图像") }
}
