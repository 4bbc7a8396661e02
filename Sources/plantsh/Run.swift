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
      abstract: Text(
        en: "Open the prompt, or run a script (default).", zh: "打开交互提示符，或运行脚本（默认）。"
      ).description)
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
    interrupt_catch_sigint(true)
    if let execute {
      try sitting.finish(sitting.session.evaluate(execute, name: "-e"), stays: interactive)
    }
    if let file {
      let outcome = sitting.session.run(script: try text(of: file), file: file, arguments: arguments)
      try sitting.finish(outcome, stays: interactive)
    }
    if interactive || (execute == nil && file == nil && isatty(STDIN_FILENO) == 1) {
      try Prompt(sitting).run()
    } else if execute == nil, file == nil {
      try sitting.finish(sitting.session.run(script: standardInput(), file: "stdin"), stays: false)
    }
  }

  private func text(of path: String) throws -> String {
    guard let bytes = readAll(path) else {
      let reason = String(cString: strerror(errno))
      throw Fault(
        .file, en: "the script cannot be read: \(reason)", zh: "无法读取脚本：\(reason)", at: Place(file: path),
        try: "ls \(path)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func standardInput() -> String { String(decoding: readAll("/dev/stdin") ?? [], as: UTF8.self) }

  private func readAll(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
