internal import ArgumentParser
internal import Exchange
internal import PlantData
internal import Plotting
internal import Report
internal import Runs

/// `plantsh runs`: what was kept.
struct RunsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "runs",
      abstract: Text(en: "List, compare, plot and export runs.", zh: "列出、比较、绘制、导出运行记录。").description,
      subcommands: [List.self, Diff.self, Plot.self, Export.self], defaultSubcommand: List.self)
  }

  /// Which runs a subcommand speaks of.
  struct Source: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        Text(en: "The folder that runs are kept in.", zh: "保存运行记录的文件夹。").description, valueName: "dir"))
    var runs = "runs"

    var folder: RunsFolder { RunsFolder(runs) }

    /// The runs of these names; all when there are none.
    func folders(_ names: [String]) throws -> [RunFolder] {
      let found = names.isEmpty ? folder.all : try names.map(folder.run)
      guard found.isEmpty else { return found }
      _ = try folder.run("last")
      return []
    }
  }

  /// `plantsh runs "test_accuracy > .9" --sort test_accuracy`.
  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(en: "A row for each run.", zh: "每次运行一行。").description)
    }

    @OptionGroup var options: Options
    @OptionGroup var source: Source

    @Argument(
      help: ArgumentHelp(
        Text(
          en: "Only runs for which this holds: \"test_accuracy > .9\"",
          zh: "只列出满足条件的运行：\"test_accuracy > .9\""
        )
        .description))
    var condition: String?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp(
        Text(en: "Sort by this column; -name sorts down.", zh: "按此列排序；-列名 为降序。").description,
        valueName: "column"))
    var sort: String?

    @Flag(help: ArgumentHelp(Text(en: "One JSON object a line.", zh: "每行一个 JSON 对象。").description))
    var json = false

    func run() throws {
      let records = try source.folders([]).compactMap { try? $0.record() }
      var table = try RunTable.table(of: records)
      if let condition { table = try table.filter(condition) }
      if let sort {
        let name = sort.hasPrefix("-") ? String(sort.dropFirst()) : sort
        table = try table.sort(name, descending: sort.hasPrefix("-"))
      }
      guard json else { return write(table.text(on: options.surface) + "\n") }
      let names = try table.column("run")
      for row in 0..<table.rowCount {
        guard let record = records.first(where: { names[row] == .text($0.name) }) else { continue }
        write(record.json.text + "\n")
      }
    }
  }

  /// `plantsh runs diff A B`.
  struct Diff: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(en: "What two runs do not have in common.", zh: "两次运行的不同之处。").description)
    }

    @OptionGroup var options: Options
    @OptionGroup var source: Source
    @Argument(help: ArgumentHelp(Text(en: "A run's name.", zh: "运行名称。").description)) var first: String
    @Argument(help: ArgumentHelp(Text(en: "Another.", zh: "另一个运行。").description)) var second: String

    func run() throws {
      let comparison = try RunComparison(source.folder.run(first), source.folder.run(second))
      guard !comparison.differences.isEmpty else {
        return write(Text(en: "no difference\n", zh: "没有不同\n").description)
      }
      write(comparison.grid.lines(fitting: options.surface.columns).lines.joined(separator: "\n") + "\n")
    }
  }

  /// `plantsh runs plot last --metric train_loss`.
  struct Plot: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(en: "Metrics over their steps.", zh: "绘制指标随步数的变化。").description)
    }

    @OptionGroup var options: Options
    @OptionGroup var source: Source
    @Argument(help: ArgumentHelp(Text(en: "Runs; the last one if none.", zh: "运行；不给则取最近一次。").description))
    var names: [String] = []
    @Option(help: ArgumentHelp(Text(en: "Which metric; may be repeated.", zh: "指标名称，可重复。").description))
    var metric: [String] = []
    @Option(
      help: ArgumentHelp(
        Text(en: "Writes an SVG instead.", zh: "改为写入 SVG 文件。").description, valueName: "file.svg"))
    var save: String?

    func run() throws {
      let runs = try source.folders(names.isEmpty ? ["last"] : names)
      let figure = try RunFigure.figure(of: runs, metrics: metric)
      guard let save else { return write(figure.text(on: options.surface) + "\n") }
      try RunFigure.write(figure, to: save)
    }
  }

  /// `plantsh runs export --tensorboard logs`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(en: "Write runs for other programs.", zh: "把运行记录导出给其他程序。").description)
    }

    @OptionGroup var options: Options
    @OptionGroup var source: Source
    @Argument(help: ArgumentHelp(Text(en: "Runs; all if none.", zh: "运行；不给则导出全部。").description))
    var names: [String] = []
    @Option(
      help: ArgumentHelp(
        Text(en: "A folder for MLflow's file store.", zh: "MLflow 文件存储的文件夹。").description, valueName: "dir"))
    var mlflow: String?
    @Option(
      help: ArgumentHelp(
        Text(en: "A folder of event files for TensorBoard.", zh: "TensorBoard 事件文件的文件夹。").description,
        valueName: "dir"))
    var tensorboard: String?

    func run() throws {
      guard mlflow != nil || tensorboard != nil else {
        throw Fault(
          .arguments, en: "export: to what?", zh: "export：导出到哪里？", try: "plantsh runs export --mlflow mlruns")
      }
      let runs = try source.folders(names)
      if let tensorboard {
        try TensorBoardExport.write(runs, to: tensorboard)
        write(
          Text(
            en: "\(runs.count) runs in \(tensorboard)\n  try: tensorboard --logdir \(tensorboard)\n",
            zh: "\(runs.count) 次运行已写入 \(tensorboard)\n  试试：tensorboard --logdir \(tensorboard)\n"
          ).description)
      }
      if let mlflow {
        try MLflowExport.write(runs, to: mlflow)
        let call = "MLFLOW_ALLOW_FILE_STORE=true mlflow ui --backend-store-uri \(mlflow)"
        write(
          Text(
            en: "\(runs.count) runs in \(mlflow)\n  try: \(call)\n",
            zh: "\(runs.count) 次运行已写入 \(mlflow)\n  试试：\(call)\n"
          ).description)
      }
    }
  }
}
