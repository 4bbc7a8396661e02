internal import ArgumentParser
internal import CInterrupt
internal import PlantData
internal import Report
internal import Runs

/// `plantsh run FILE.lua name=value …`: a script whose run is kept.
struct RunScript: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: Text(
        en: "Run a script and keep the run: parameters, data, metrics, log.", zh: "运行脚本并保存运行记录：参数、数据、指标、日志。"
      ).description,
      usage: "plantsh run FILE.lua [name=value …] [--seed N] [--sweep name=v1,v2 …]", helpNames: [])
  }

  @OptionGroup var options: Options

  @Argument(help: ArgumentHelp(Text(en: "A Lua script.", zh: "Lua 脚本。").description))
  var file: String?

  @Argument(
    help: ArgumentHelp(
      Text(en: "Parameters as name=value, and words for the script.", zh: "参数（名称=值）及传给脚本的单词。").description))
  var words: [String] = []

  @Option(help: ArgumentHelp(Text(en: "Same seed, same result.", zh: "种子相同，结果相同。").description))
  var seed: Int?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      Text(
        en: "Runs every combination of the values and shows a table.", zh: "运行各取值的所有组合，并列出结果表。"
      ).description, valueName: "name=v1,v2"))
  var sweep: [String] = []

  @Option(
    help: ArgumentHelp(
      Text(en: "The folder that runs are kept in.", zh: "保存运行记录的文件夹。").description, valueName: "dir"))
  var runs = "runs"

  @Option(
    help: ArgumentHelp(
      Text(en: "A word for the run's name, instead of the script's.", zh: "运行名称所用的词，默认取脚本名。").description))
  var name: String?

  @Flag(
    name: [.customShort("h"), .long],
    help: ArgumentHelp(
      Text(en: "The script's parameters, without running it.", zh: "显示脚本的参数，不运行脚本。").description))
  var help = false

  func run() throws {
    guard let file else {
      if help { throw CleanExit.helpRequest(RunScript.self) }
      throw Fault(.arguments, en: "usage: plantsh run FILE.lua", zh: "用法：plantsh run 文件.lua", try: "ls *.lua")
    }
    let script = Script(path: file, text: try ScriptText.read(file))
    if help { return write(script.help(on: options.surface)) }
    let given = try script.checked(words + (seed.map { ["seed=\($0)"] } ?? []))
    let plan = try Sweep(sweep, of: script)
    interrupt_catch_sigint(true)
    let start = RunRecorder.Start(
      script: file, text: script.text, name: name, versions: Plantsh.versions, machine: .here)
    guard !plan.isEmpty else {
      let run = try KeptRun(start, in: runs, arguments: given, options: options)
      try run.complete()
      return
    }
    try run(plan, start, given)
  }

  /// Every combination, then a table. What the runs print goes to their logs.
  private func run(_ plan: Sweep, _ start: RunRecorder.Start, _ given: [String]) throws {
    var records: [RunRecord] = []
    var fault: Fault?
    for (k, combination) in plan.combinations.enumerated() {
      complain("\(k + 1)/\(plan.combinations.count)  \(combination.joined(separator: " "))\n")
      let run = try KeptRun(start, in: runs, arguments: given + combination, options: options, isQuiet: true)
      records.append(run.record)
      if let failed = run.fault {
        complain(failed.description + "\n")
        fault = fault ?? failed
        if failed.code == .interrupted { break }
      }
    }
    write(try RunTable.table(of: records).text(on: options.surface) + "\n")
    if let fault { throw ExitCode(ExitStatus(fault).rawValue) }
  }
}
