internal import Exchange
internal import Glibc
internal import Report

/// The folder of one run: `runs/2026-11-25T142440-line3`.
public struct RunFolder: Sendable, Hashable {
  public let path: String

  public init(_ path: String) { self.path = path }

  public var name: String { Paths.name(path) }

  public func file(_ name: String) -> String { path + "/" + name }

  /// What the run was and came to.
  ///
  /// - Throws: a fault when `run.json` is missing or damaged.
  public func record() throws -> RunRecord {
    let file = file("run.json")
    let bytes = try WholeFile.read(file)
    guard let record = JSON(parsing: bytes).flatMap(RunRecord.init) else {
      throw Fault(
        .format, en: "this is no record of a run, or one of a newer plantsh", zh: "这不是运行记录，或来自更新版本的 plantsh",
        at: Place(file: file))
    }
    return record
  }

  /// All metrics, in the order in which they were reached.
  public var metrics: [MetricLine] {
    ((try? WholeFile.read(file("metrics.jsonl"))).map(MetricLine.read)) ?? []
  }

  /// All files of data: as many as there were, where `run.json` lists the first ones.
  public func data() throws -> [DataFile] {
    guard Paths.exists(file("data.jsonl")) else { return try record().data }
    return try WholeFile.read(file("data.jsonl")).split(separator: UInt8(ascii: "\n")).compactMap {
      JSON(parsing: $0).flatMap(DataFile.init)
    }
  }

  /// Makes the folder of a new run, named by the time and a word.
  static func make(in runs: String, at moment: Moment, for word: String) throws -> RunFolder {
    let name = moment.stamp + "-" + word
    do {
      try WholeFile.makeFolder(runs)
      for number in 1...10_000 {
        let folder = RunFolder(runs + "/" + (number == 1 ? name : "\(name)-\(number)"))
        if mkdir(folder.path, 0o755) == 0 { return folder }
        guard errno == EEXIST else { throw WholeFile.fault(folder.path) }
      }
    } catch let fault as Fault {
      throw Fault(
        fault.code, Text(en: "the run cannot be kept: ", zh: "无法保存运行记录：") + fault.what, at: fault.place,
        try: "plantsh run script.lua --runs /tmp/runs")
    }
    throw Fault(.ours, en: "no name left for the run", zh: "运行名称已用尽", at: Place(file: runs))
  }
}
