internal import ArgumentParser
internal import CInterrupt
internal import Glibc
internal import Jupyter
internal import Report
internal import Sessions

/// `plantsh kernel`: plantsh in JupyterLab, VS Code and other front ends.
struct KernelCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "kernel",
      abstract: Text(en: "plantsh as a kernel of Jupyter.", zh: "作为 Jupyter 内核使用 plantsh。").description,
      subcommands: [Install.self, Serve.self])
  }

  /// `plantsh kernel install`.
  struct Install: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        abstract: Text(en: "Tell Jupyter where plantsh is.", zh: "让 Jupyter 找到 plantsh。").description)
    }

    @OptionGroup var options: Options
    @Option(
      help: ArgumentHelp(
        Text(en: "For everybody who uses the Jupyter in this folder.", zh: "安装到此目录下的 Jupyter，供所有用户使用。")
          .description,
        valueName: "dir"))
    var prefix: String?

    func run() throws {
      let folder = KernelSpec.folder(prefix: prefix, environment: environment)
      try KernelSpec.install(program: try program(), in: folder)
      write(
        Text(
          en: "kernel installed in \(folder)\n  try: jupyter lab\n",
          zh: "内核已安装到 \(folder)\n  试试：jupyter lab\n"
        ).description)
    }

    /// Where this program is.
    private func program() throws -> String {
      guard let path = realpath("/proc/self/exe", nil) else {
        throw Fault(.ours, en: "the program cannot find itself", zh: "程序无法找到自身位置")
      }
      defer { free(path) }
      return String(cString: path)
    }
  }

  /// `plantsh kernel run FILE`: what Jupyter calls.
  struct Serve: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "run",
        abstract: Text(en: "Serve a connection; Jupyter calls this.", zh: "为一个连接提供服务，由 Jupyter 调用。")
          .description)
    }

    @OptionGroup var options: Options
    @Argument(help: ArgumentHelp(Text(en: "Jupyter's connection file.", zh: "Jupyter 的连接文件。").description))
    var connection: String

    func run() throws {
      let sitting = Sitting(on: Surface())
      let history = HistoryFile()
      let kernel = try Kernel(
        connection: connection, session: sitting.session, version: Plantsh.number, past: history.entries,
        remember: history.append)
      interrupt_catch_sigint(true)
      kernel.run()
    }
  }
}
