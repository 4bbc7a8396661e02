internal import Report

/// The folder that holds runs.
public struct RunsFolder: Sendable {
  public let path: String

  public init(_ path: String = "runs") { self.path = path }

  /// The runs, the oldest first.
  public var all: [RunFolder] {
    Paths.names(in: path).map { RunFolder(path + "/" + $0) }.filter { Paths.exists($0.file("run.json")) }
  }

  /// The run of a name: its path, its name, the start or the end of its name, `last` for the newest.
  ///
  /// - Throws: a fault that suggests.
  public func run(_ word: String) throws -> RunFolder {
    if Paths.exists(word + "/run.json") {
      return RunFolder(word.hasSuffix("/") && word.count > 1 ? String(word.dropLast()) : word)
    }
    let all = all
    if word == "last", let last = all.last { return last }
    if let exact = all.first(where: { $0.name == word }) { return exact }
    let near = all.filter { $0.name.hasPrefix(word) || $0.name.hasSuffix(word) }
    if near.count == 1 { return near[0] }
    if near.count > 1 {
      throw Fault(
        .name, en: "\(near.count) runs are called '\(word)…'", zh: "有 \(near.count) 次运行匹配“\(word)”",
        at: Place(file: path), try: "plantsh runs diff \(near[0].name) \(near[1].name)")
    }
    guard !all.isEmpty else {
      throw Fault(
        .file, en: "there are no runs yet", zh: "还没有运行记录", at: Place(file: path),
        try: "plantsh run script.lua")
    }
    let hint = nearest(to: word, among: all.map(\.name)).first ?? all[all.count - 1].name
    throw Fault(
      .name, en: "no run '\(word)' · did you mean \(hint)?", zh: "没有运行“\(word)” · 是不是 \(hint)？",
      at: Place(file: path), try: "plantsh runs")
  }
}
