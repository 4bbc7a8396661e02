internal import ArgumentParser
internal import CInterrupt
internal import Digest
internal import Glibc
internal import Report
internal import Runs

/// `plantsh reproduce RUN`: runs it again and compares its metrics bit for bit.
struct Reproduce: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Text(
        en: "Run a kept run again and compare its metrics bit for bit (exit code 5 when they differ).",
        zh: "重新执行一次运行，并逐位比较指标（不一致时退出码为 5）。"
      ).description)
  }

  @OptionGroup var options: Options
  @OptionGroup var source: RunsCommand.Source
  @Argument(
    help: ArgumentHelp(Text(en: "A run's name or folder, or last.", zh: "运行名称、文件夹，或 last。").description))
  var name: String
  @Flag(help: ArgumentHelp(Text(en: "Runs although data changed.", zh: "数据有变化也继续运行。").description))
  var anyway = false

  func run() throws {
    let folder = try source.folder.run(name)
    let record = try folder.record()
    let whole = Paths.joined(Paths.workingFolder, folder.path)
    goWhereItRan(folder, record)
    let old = RunFolder(Paths.relative(whole, to: Paths.workingFolder))
    try checkData(of: old)
    // The same numbers come from the same threads and instructions.
    setenv("PLANTSH_THREADS", "\(record.machine.threads)", 0)
    setenv("PLANTSH_KERNELS", record.machine.kernels, 0)
    interrupt_catch_sigint(true)
    let start = RunRecorder.Start(
      script: record.script.path, text: try ScriptText.read(old.file("script.lua")),
      versions: Plantsh.versions,
      machine: .here, reproduces: record.name)
    let given = record.parameters.map { "\($0.key)=\($0.value)" }.sorted() + ["seed=\(record.seed)"]
    let runs = Paths.relative(whole + "/..", to: Paths.workingFolder)
    let again = try KeptRun(start, in: runs, arguments: record.arguments + given, options: options)
    try compare(old, record, with: again)
  }
}

extension Reproduce {
  /// Paths in a run are seen from the folder it ran in: the one above the runs, or where it was then.
  private func goWhereItRan(_ folder: RunFolder, _ record: RunRecord) {
    let above = Paths.joined(Paths.workingFolder, folder.path + "/../..")
    let places = [above, record.folder]
    let place = places.first { Paths.exists(Paths.joined($0, record.script.path)) } ?? above
    chdir(place)
  }

  /// The data must be as it was: a file that is gone may be one that the script makes itself.
  private func checkData(of folder: RunFolder) throws {
    guard !anyway else { return }
    var changed: [String] = []
    for file in try folder.data() {
      guard let found = try SHA256.hex(ofFile: file.path), found.hex != file.sha256 else { continue }
      changed.append(file.path)
    }
    guard !changed.isEmpty else { return }
    let names = changed.prefix(3).joined(separator: ", ") + (changed.count > 3 ? ", …" : "")
    throw Fault(
      .reproduction,
      en: "\(changed.count) file\(changed.count == 1 ? "" : "s") of data changed since: \(names)",
      zh: "\(changed.count) 个数据文件已变化：\(names)", at: Place(file: folder.path),
      try: "plantsh reproduce \(folder.name) --anyway")
  }

  private func compare(_ folder: RunFolder, _ record: RunRecord, with again: KeptRun) throws {
    if let fault = again.fault, fault.in(.en) != record.fault { throw fault }
    let comparison = try RunComparison(folder, again.folder)
    if let first = comparison.firstDifference {
      var text = Text(
        en: "not reproduced: \(first.what) was \(first.first), is \(first.second)",
        zh: "未能重现：\(first.what) 原为 \(first.first)，现为 \(first.second)")
      if let cause = cause(comparison) {
        text =
          text
          + Text(
            en: "\n  \(cause.what) was \(cause.first), is \(cause.second)",
            zh: "\n  \(cause.what) 原为 \(cause.first)，现为 \(cause.second)")
      }
      throw Fault(
        .reproduction, text, at: Place(file: folder.path),
        try: "plantsh runs diff \(record.name) \(again.record.name)")
    }
    guard comparison.comparedCount > 0 else {
      throw Fault(
        .reproduction, en: "the run kept no metrics: there is nothing to compare", zh: "该运行没有记录指标，无法比较",
        at: Place(file: folder.path), try: "metric(\"f1\", 0.93)")
    }
    let count = comparison.comparedCount.grouped
    write(
      Text(
        en: "reproduced: \(count) figures of \(record.name) are the same bit for bit\n",
        zh: "已重现：\(record.name) 的 \(count) 个指标逐位一致\n"
      ).description)
  }

  /// What is known to differ before the metrics do.
  private func cause(_ comparison: RunComparison) -> (what: String, first: String, second: String)? {
    if let data = comparison.changedData.first {
      return (data.path, data.digests.0?.short ?? "–", data.digests.1?.short ?? "–")
    }
    let causes: Set = ["plantsh", "lua", "threads", "kernels"]
    return comparison.differences.first { causes.contains($0.what) }.map { ($0.what, $0.first, $0.second) }
  }
}
