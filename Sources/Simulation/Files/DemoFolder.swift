internal import Glibc
internal import Report

/// The folder that a simulated plant is written to.
struct DemoFolder {
  let path: String

  /// The file that says whose folder it is; only a folder that holds it, and nothing that a demo does not write,
  /// is written over.
  static let mark = "README.md"

  /// Makes the folder, or takes one that is empty or was written by an earlier demo.
  init(_ path: String) throws {
    self.path = path
    try make("")
    guard let names = DemoFolder.names(in: path) else { throw failure("") }
    guard !names.isEmpty else { return }
    let files = try DemoFolder.folders.filter { names.contains($0) }.flatMap { folder in
      guard let inner = DemoFolder.names(in: full(folder)) else { throw foreign(folder) }
      return inner.map { "\(folder)/\($0)" }
    }
    let all = names.filter { !DemoFolder.folders.contains($0) } + files
    if let other = all.first(where: { !DemoFolder.isOwn($0) }) { throw foreign(other) }
    guard names.contains(DemoFolder.mark), names.contains(PlantFileText.name) else { throw foreign(all[0]) }
    for name in all {
      guard unlink(full(name)) == 0 else { throw failure(name) }
    }
  }

  private static let folders = ["cam1", "history"]

  /// Whether a demo writes a file of this name.
  private static func isOwn(_ name: String) -> Bool {
    let parts = name.split(separator: "/").map(String.init)
    guard parts.count == 2 else {
      return [mark, PlantFileText.name, "mes.db", "lots.jsonl", "gauge.csv"].contains(name)
    }
    if parts[0] == "history" {
      return parts[1].hasPrefix(ShiftClock.date + "_") && parts[1].hasSuffix(".csv")
    }
    return parts[1].lowercased().hasPrefix("sn") && parts[1].hasSuffix("_1.png")
  }

  private func foreign(_ name: String) -> Fault {
    Fault(
      .file, en: "the folder holds \(name), which no demo wrote; the demo plant needs a folder of its own",
      zh: "文件夹中的 \(name) 不是演示产线的文件，演示产线需要单独的文件夹", at: Place(file: path),
      try: "plantsh demo \(path == "." ? "" : path + "-")demo")
  }

  func full(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }

  /// Makes a folder inside, or the folder itself with those above it.
  func make(_ name: String) throws {
    var made = ""
    for part in full(name).split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && part.isEmpty ? "/" : (made.isEmpty || made == "/" ? "" : "/") + part
      if mkdir(made, 0o755) != 0, errno != EEXIST, errno != EISDIR { throw failure(name) }
    }
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen(full(name), "wb") else { throw failure(name) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw failure(name) }
  }

  private func failure(_ name: String) -> Fault {
    let reason = String(cString: strerror(errno))
    return Fault(
      .file, en: "cannot be written: \(reason)", zh: "无法写入：\(reason)", at: Place(file: full(name)))
  }

  /// The names in a folder, sorted; nil when it cannot be read.
  private static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
