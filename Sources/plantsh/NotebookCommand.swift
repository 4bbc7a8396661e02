internal import ArgumentParser
internal import CInterrupt
internal import Notebooks
internal import Report
internal import Runs
internal import Sessions

/// `plantsh notebook`: percent scripts and Jupyter's notebooks, without Jupyter.
struct NotebookCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notebook",
      abstract: Text(
        en: "Run, convert, show and strip notebooks (.ipynb and percent scripts).",
        zh: "运行、转换、展示、清除笔记本（.ipynb 与百分号脚本）。"
      ).description,
      subcommands: [RunCells.self, Convert.self, Page.self, Strip.self, Status.self])
  }

  /// `plantsh notebook run X`.
  struct RunCells: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "run",
        abstract: Text(
          en: "Run all cells from the top and write the outputs to the .ipynb.", zh: "从头运行所有单元，并把输出写入 .ipynb。"
        ).description)
    }

    @OptionGroup var options: Options
    @Argument(help: NotebookFile.help) var file: String
    @Argument(help: ArgumentHelp(Text(en: "Parameters as name=value.", zh: "参数：名称=值。").description))
    var parameters: [String] = []
    @Option(help: ArgumentHelp(Text(en: "Same seed, same result.", zh: "种子相同，结果相同。").description))
    var seed: Int?
    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        Text(en: "Where the result goes; beside the source if not given.", zh: "结果文件；默认与源文件同名。").description,
        valueName: "file.ipynb"))
    var output: String?
    @Flag(
      help: ArgumentHelp(
        Text(en: "Writes nothing: compares with the outputs that are there.", zh: "不写文件，只与已有输出比较。")
          .description))
    var check = false

    func run() throws {
      let source = try NotebookFile(file)
      let script = Script(path: file, text: source.notebook.percent)
      let given = try script.checked(parameters + (seed.map { ["seed=\($0)"] } ?? []))
      interrupt_catch_sigint(true)
      let sitting = Sitting(on: .notebook)
      for (name, value) in given.compactMap(Session.parameter) { sitting.session.parameters[name] = value }
      if let seed = sitting.session.parameters["seed"].flatMap(Int.init) { sitting.session.seed = seed }
      var run = NotebookRun(in: sitting.session)
      run.willRun = { number, count in
        Progress(
          title: Text(en: "cell \(number)/\(count)", zh: "单元 \(number)/\(count)"),
          fraction: Double(number - 1) / Double(max(1, count))
        ).show()
      }
      let words = given.sorted().joined(separator: " ")
      var result = run.run(source.notebook, parameters: words)
      sitting.progress.clear()
      if check {
        let kept = try NotebookFile(output ?? source.resultPath).notebook
        if let fault = result.fault { throw placed(fault, result.failedCell) }
        if let difference = kept.firstDifference(from: result.notebook, file: source.resultPath) {
          throw difference
        }
        let count = result.notebook.cells.count
        return write(
          Text(en: "\(count) cells, all outputs as they were\n", zh: "\(count) 个单元，输出均未变化\n").description)
      }
      result.notebook.runParameters = words
      try NotebookFile.write(result.notebook.ipynb, to: output ?? source.resultPath)
      if let fault = result.fault { throw placed(fault, result.failedCell) }
      let (count, path) = (result.notebook.cells.count, output ?? source.resultPath)
      write(Text(en: "\(path) written, \(count) cells\n", zh: "已写入 \(path)，共 \(count) 个单元\n").description)
    }

    /// The fault with the cell it happened in.
    private func placed(_ fault: Fault, _ cell: Int?) -> Fault {
      var fault = fault
      let name =
        Paths.name(file) + (cell.map { Text(en: " cell \($0)", zh: " 第 \($0) 个单元").description } ?? "")
      fault.place =
        fault.place.map { $0.file == nil ? Place(file: name, line: $0.line) : $0 } ?? Place(file: name)
      if let inner = fault.place?.file, inner != name {
        fault.what = Text("\(inner): ") + fault.what; fault.place = Place(file: name)
      }
      return fault
    }
  }

  /// `plantsh notebook convert X`.
  struct Convert: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(
          en: "A percent script from an .ipynb, or the other way; outputs that still belong stay.",
          zh: "在 .ipynb 与百分号脚本之间转换；仍然对应的输出会保留。"
        ).description)
    }

    @OptionGroup var options: Options
    @Argument(help: NotebookFile.help) var file: String
    @Option(
      name: [.short, .long],
      help: ArgumentHelp(Text(en: "The file to write.", zh: "要写入的文件。").description, valueName: "file"))
    var output: String?
    @Flag(
      help: ArgumentHelp(
        Text(en: "Even when the file has cells that would be lost.", zh: "即使目标文件中有会丢失的单元也覆盖。").description))
    var force = false

    func run() throws {
      let source = try NotebookFile(file)
      let target = output ?? source.otherPath
      var notebook = source.notebook
      if Paths.exists(target) {
        let old = try NotebookFile(target).notebook
        try checkLoss(of: old, by: notebook, target)
        notebook = notebook.takingOutputs(of: old)
      }
      try NotebookFile.write(target.hasSuffix(".ipynb") ? notebook.ipynb : notebook.percent, to: target)
    }

    private func checkLoss(of old: Notebook, by new: Notebook, _ target: String) throws {
      let kept = Set(new.cells.map(\.source))
      guard !force,
        let lost = old.cells.firstIndex(where: { !$0.source.isEmpty && !kept.contains($0.source) })
      else { return }
      throw Fault(
        .usage, en: "cell \(lost + 1) stands only here and would be lost",
        zh: "第 \(lost + 1) 个单元只在此文件中，覆盖会丢失",
        at: Place(file: target), try: "plantsh notebook convert \(file) --force")
    }
  }

  /// `plantsh notebook html X`.
  struct Page: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "html",
        abstract: Text(en: "One HTML file with everything in it.", zh: "生成一个自包含的 HTML 文件。").description)
    }

    @OptionGroup var options: Options
    @Argument(help: NotebookFile.help) var file: String
    @Option(
      name: [.short, .long],
      help: ArgumentHelp(Text(en: "The file to write.", zh: "要写入的文件。").description, valueName: "file.html"))
    var output: String?

    func run() throws {
      let source = try NotebookFile(file)
      try NotebookFile.write(
        source.notebook.page(named: Paths.stem(file)), to: output ?? source.path(withExtension: "html"))
    }
  }

  /// `plantsh notebook strip X`.
  struct Strip: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(
          en: "Take all outputs out, for version control; - reads stdin and writes stdout.",
          zh: "清除所有输出，便于版本管理；- 表示从标准输入读、向标准输出写。"
        ).description)
    }

    @OptionGroup var options: Options
    @Argument(help: NotebookFile.help) var file: String

    func run() throws {
      let source = try NotebookFile(file)
      let text = source.isScript ? source.notebook.percent : source.notebook.stripped().ipynb
      if file == "-" { write(text) } else { try NotebookFile.write(text, to: file) }
    }
  }

  /// `plantsh notebook status X`.
  struct Status: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(en: "Which outputs are stale, which cells were never run.", zh: "列出过期的输出和尚未运行的单元。")
          .description)
    }

    @OptionGroup var options: Options
    @Argument(help: NotebookFile.help) var file: String

    func run() throws {
      let notebook = try NotebookFile(file).notebook
      let words: [(Notebook.Standing, Text)] = [
        (.current, Text(en: "current", zh: "有效")), (.stale, Text(en: "stale", zh: "过期")),
        (.neverRun, Text(en: "never run", zh: "未运行")),
      ]
      for (number, (cell, standing)) in zip(notebook.cells, notebook.standings).enumerated() {
        guard let word = words.first(where: { $0.0 == standing })?.1.description else { continue }
        let first = cell.source.split(separator: "\n").first.map(String.init) ?? ""
        let line = "\(number + 1)".padded(toWidth: 4, onLeft: true) + "  " + word.padded(toWidth: 10) + first
        write(line.truncated(toWidth: options.surface.columns) + "\n")
      }
    }
  }
}
