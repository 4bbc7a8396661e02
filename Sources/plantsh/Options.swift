public import ArgumentParser
internal import Glibc
public import Report

extension Language: ExpressibleByArgument {}

/// What every command takes.
struct Options: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      Text(en: "Language of all texts: en or zh.", zh: "界面语言：en 或 zh。").description, valueName: "en|zh"))
  var lang: Language?

  @Flag(
    help: ArgumentHelp(
      Text(
        en: "Words only: no colour, no drawing, no cursor motion.", zh: "纯文字：无颜色、无绘图、不移动光标。"
      ).description))
  var plain = false

  /// The screen as it is now.
  var surface: Surface {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let dumb = environment["TERM"].map { $0.isEmpty || $0 == "dumb" } ?? true
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    let size = isTerminal ? windowSize() : nil
    return Surface(
      columns: size?.columns ?? 200, rows: size?.rows ?? 24,
      colour: isTerminal && !dumb && !plain && !noColour, plain: plain || (isTerminal && dumb),
      isTerminal: isTerminal)
  }
}

private func windowSize() -> (columns: Int, rows: Int)? {
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return (Int(size.ws_col), Int(size.ws_row))
}
