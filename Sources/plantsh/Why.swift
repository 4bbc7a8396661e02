internal import ArgumentParser
internal import Exchange
internal import Neural
internal import Report
internal import Runs

/// `plantsh why MODEL`: where a model came from.
struct Why: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Text(en: "Where a saved model came from.", zh: "查看已保存模型的来历。").description)
  }

  @OptionGroup var options: Options
  @OptionGroup var source: RunsCommand.Source
  @Argument(help: ArgumentHelp(Text(en: "A file that net:save wrote.", zh: "net:save 写出的文件。").description))
  var model: String
  @Flag(help: ArgumentHelp(Text(en: "As one JSON object.", zh: "输出一个 JSON 对象。").description))
  var json = false

  func run() throws {
    let header = try ModelHeader(of: model)
    if json { return write(header.lineage.text + "\n") }
    guard let lineage = Lineage(header.lineage) else {
      throw Fault(
        .data, en: "the model does not say where it came from", zh: "该模型没有记录来历", at: Place(file: model),
        try: "plantsh run script.lua")
    }
    let page = LineagePage(lineage, header, run: run(of: lineage))
    write(page.lines(fitting: options.surface.columns).joined(separator: "\n") + "\n")
  }

  /// How many runs are looked through, the newest first: the answer must come at once.
  private static let searched = 300

  /// The newest run that wrote such a model: the one the file lies in, or one with the same origin and name.
  private func run(of lineage: Lineage) -> String? {
    let name = Paths.name(model)
    return source.folder.all.suffix(Why.searched).reversed().first { folder in
      if model.hasPrefix(folder.path + "/") { return true }
      guard let record = try? folder.record() else { return false }
      return record.script.sha256 == lineage.script?.sha256 && record.parameters == lineage.parameters
        && record.seed == lineage.seed && record.artifacts.contains { Paths.name($0.path) == name }
    }?.name
  }
}
