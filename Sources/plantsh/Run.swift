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
      abstract: Plantsh.abstract.description, usage: Plantsh.calls)
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
        script: try text(of: file, named: file), file: file, arguments: arguments)
      try sitting.finish(outcome, stays: interactive)
    }
    if isPiped {
      let source = try text(of: "/dev/stdin", named: "stdin")
      try sitting.finish(
        sitting.session.run(script: source, file: "stdin", arguments: arguments), stays: false)
    }
    if interactive || (execute == nil && file == nil && !isPiped) {
      try Prompt(sitting, options).run()
    }
  }

  /// The script's text. Only UTF-8 is a script; Windows' byte order mark is passed over.
  private func text(of path: String, named name: String) throws -> String {
    guard var bytes = readAll(path) else {
      let reason = String(cString: strerror(errno))
      throw Fault(
        .file, en: "the script cannot be read: \(reason)", zh: "无法读取脚本：\(reason)", at: Place(file: name),
        try: "ls")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard !bytes.contains(0) else {
      throw Fault(.format, en: "this is no Lua script", zh: "这不是 Lua 脚本", at: Place(file: name))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
      let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
      throw Fault(
        .encoding, en: "the script is not UTF-8", zh: "脚本不是 UTF-8 编码", at: Place(file: name, line: line),
        try: "iconv -f gb18030 -t utf-8 \(name) > utf8.lua")
    }
    return text
  }

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
