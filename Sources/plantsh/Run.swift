internal import ArgumentParser
internal import CInterrupt
internal import Glibc
internal import Report
internal import Sessions
internal import Toolbox

/// `plantsh`, `plantsh FILE`, `plantsh -e CODE`, `plantsh -i FILE`, code on standard input.
struct Run: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "script", abstract: Plantsh.abstract.description, usage: Plantsh.calls,
      shouldDisplay: false)
  }

  @OptionGroup var options: Options

  @Option(
    name: .short,
    help: ArgumentHelp(Text(en: "Run this code.", zh: "运行这段代码。").description, valueName: "code"))
  var execute: String?

  @Flag(
    name: .short,
    help: ArgumentHelp(Text(en: "Stay at the prompt after the script.", zh: "脚本结束后停留在提示符。").description))
  var interactive = false

  @Argument(help: ArgumentHelp(Text(en: "A Lua script.", zh: "Lua 脚本。").description))
  var file: String?

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(
      Text(en: "What the script gets: words, and parameters as name=value.", zh: "传给脚本的内容：单词，或 名称=值 形式的参数。")
        .description))
  var arguments: [String] = []

  func run() throws {
    let sitting = Sitting(on: options.surface)
    let isPiped = file == "-" || (execute == nil && file == nil && isatty(STDIN_FILENO) == 0)
    interrupt_catch_sigint(true)
    if let execute {
      try sitting.finish(sitting.session.evaluate(execute, name: "-e"), stays: interactive)
    }
    if let file, !isPiped {
      let outcome = sitting.session.run(
        script: try ScriptText.read(file), file: file, arguments: arguments)
      try sitting.finish(outcome, stays: interactive)
    }
    if isPiped {
      let source = try ScriptText.read("/dev/stdin", named: "stdin")
      try sitting.finish(
        sitting.session.run(script: source, file: "stdin", arguments: arguments), stays: false)
    }
    if interactive || (execute == nil && file == nil && !isPiped) {
      try Prompt(sitting, options).run()
    }
  }
}
