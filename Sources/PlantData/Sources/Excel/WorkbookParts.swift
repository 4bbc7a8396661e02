/// The sheets that `workbook.xml` lists.
final class SheetList: XMLHandler {
  var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  var isSince1904 = false

  func start(_ element: XMLElement) {
    if element.isNamed("sheet"), let name = element.text("name"), let relation = element.text("id") {
      let state = element.text("state") ?? "visible"
      sheets.append((name, relation, state != "visible"))
    } else if element.isNamed("workbookPr") {
      isSince1904 = ["1", "true"].contains(element.text("date1904") ?? "0")
    }
  }

  func end(_ name: UnsafePointer<UInt8>) {}

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// How a part refers to others: by a name of its own to a path.
final class Relations: XMLHandler {
  private let folder: String
  private var targets: [(id: String, kind: String, path: String)] = []

  init(folder: String) { self.folder = folder }

  func start(_ element: XMLElement) {
    guard element.isNamed("Relationship"), let id = element.text("Id"), let target = element.text("Target")
    else { return }
    let kind = (element.text("Type") ?? "").split(separator: "/").last.map(String.init) ?? ""
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    targets.append((id, kind, path))
  }

  func end(_ name: UnsafePointer<UInt8>) {}

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func first(ofKind kind: String) -> String? { targets.first { $0.kind == kind }?.path }

  /// The path of a sheet of cells; nil for one of diagrams.
  func worksheet(_ id: String) -> String? { targets.first { $0.id == id && $0.kind == "worksheet" }?.path }

  /// A path as its folder, with the slash, and its file.
  static func split(_ path: String) -> (folder: String, file: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }
}
