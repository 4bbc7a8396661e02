internal import ArgumentParser
internal import Report
internal import Simulation

/// `plantsh demo DIR`: writes the simulated plant.
struct Demo: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      abstract: Text(
        en: "Write a simulated strip-steel line to practise on.", zh: "生成一条模拟带钢生产线，用于练习。"
      ).description)
  }

  @OptionGroup var options: Options

  @Argument(
    help: ArgumentHelp(
      Text(en: "The folder to write; it must be empty or new.", zh: "要写入的文件夹，须为空或不存在。").description,
      valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp(Text(en: "Same seed, same plant.", zh: "种子相同，数据相同。").description))
  var seed: UInt64 = 3

  func run() throws {
    try DemoPlant.write(to: folder, seed: seed)
    print(
      Text(
        en: "simulated plant in \(folder)\n  try: cd \(folder) && plantsh",
        zh: "模拟产线已写入 \(folder)\n  试试：cd \(folder) && plantsh"))
  }
}
