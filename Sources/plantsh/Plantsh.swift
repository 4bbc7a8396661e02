internal import ArgumentParser
internal import Glibc
internal import Report

/// The shell's command line. `plantsh` alone opens the prompt; with a file it runs the file.
@main
struct Plantsh: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "plantsh", abstract: abstract.description, usage: calls,
      version: version,
      subcommands: [
        Run.self, RunScript.self, RunsCommand.self, Reproduce.self, Why.self,
        NotebookCommand.self, KernelCommand.self, Demo.self,
      ],
      defaultSubcommand: Run.self)
  }

  static let abstract = Text(
    en: "The plant technician's shell: load plant data, compose pipelines, train and evaluate models.",
    zh: "工厂技术员的命令行：读取现场数据、搭建处理流程、训练并评估模型。")

  /// How the program is called.
  static var calls: String {
    Text(
      en: """
        plantsh                                  the prompt, or code from a pipe
        plantsh FILE.lua [name=value ...]        a script
        plantsh -e CODE                          one line of code
        plantsh -i FILE.lua                      a script, then the prompt
        plantsh demo DIR                         a simulated plant to practise on
        """,
      zh: """
        plantsh                                  交互提示符，或从管道读取代码
        plantsh 文件.lua [名称=值 ...]           运行脚本
        plantsh -e 代码                          运行一段代码
        plantsh -i 文件.lua                      运行脚本后停留在提示符
        plantsh demo 文件夹                      生成模拟产线
        """
    ).description
  }

  static let number = "0.1.0"
  static let version = "plantsh \(number)"

  static func main() {
    Language.current = language(of: CommandLine.arguments)
    do {
      var command = try parseAsRoot(inOrder(Array(CommandLine.arguments.dropFirst())))
      try MachineSettings.check(environment)
      try command.run()
    } catch {
      leave(with: error)
    }
  }

  /// `plantsh --lang zh runs` as `plantsh runs --lang zh`: what every command takes may stand before its name.
  private static func inOrder(_ words: [String]) -> [String] {
    var front = 0
    while front < words.count {
      if words[front] == "--lang" {
        front += 2
      } else if words[front] == "--plain" || words[front].hasPrefix("--lang=") {
        front += 1
      } else {
        break
      }
    }
    let names = configuration.subcommands.map { $0._commandName }
    guard front > 0, front < words.count, names.contains(words[front]) else { return words }
    return [words[front]] + words[..<front] + words[(front + 1)...]
  }

  /// `--lang` decides even for the help text, which is made before the command line is parsed.
  private static func language(of arguments: [String]) -> Language {
    for (i, word) in arguments.enumerated() {
      if word == "--lang", i + 1 < arguments.count, let asked = Language(rawValue: arguments[i + 1]) {
        return asked
      }
      if word.hasPrefix("--lang="), let asked = Language(rawValue: String(word.dropFirst(7))) { return asked }
    }
    return .preferred(in: environment)
  }

  private static func leave(with error: any Error) -> Never {
    switch error {
    case let fault as Fault:
      complain(fault.description + "\n")
      Glibc.exit(ExitStatus(fault).rawValue)
    default:
      let isAnswer = exitCode(for: error) == .success
      let message = Language.current == .en ? fullMessage(for: error) : inChinese(fullMessage(for: error))
      (isAnswer ? write : complain)(message + "\n")
      Glibc.exit(isAnswer ? ExitStatus.success.rawValue : ExitStatus.usage.rawValue)
    }
  }

  /// The headings that the argument parser writes in English only.
  private static func inChinese(_ message: String) -> String {
    let words = [
      ("OVERVIEW:", "概述："), ("USAGE:", "用法："), ("Usage:", "用法："), ("ARGUMENTS:", "参数："),
      ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "子命令："), ("Error:", "命令行有误："), ("(default)", "（默认）"),
      ("Show the version.", "显示版本。"), ("Show help information.", "显示帮助。"),
      ("Unknown option", "未知选项"), ("Missing value for", "缺少值："), ("is invalid for", "不适用于"),
      ("The value", "值"), ("Unexpected argument", "多余的参数"), ("Missing expected argument", "缺少参数"),
      ("Please provide one of", "可选"), ("See 'plantsh --help' for more information.", "详见 plantsh --help。"),
      ("See 'plantsh help <subcommand>' for detailed help.", "子命令详情：plantsh help <子命令>。"),
    ]
    return words.reduce(message) { $0.replacing($1.0, with: $1.1) }
  }
}
