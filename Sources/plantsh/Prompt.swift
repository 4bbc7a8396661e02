internal import CInterrupt
internal import CKernels
internal import Glibc
internal import LineEditing
internal import LuaBridge
internal import Report
internal import Sessions
internal import Workers

/// The prompt: reads an entry, runs it, shows what it came to, until Ctrl-D.
struct Prompt {
  private let sitting: Sitting
  private let history = HistoryFile()

  init(_ sitting: Sitting) { self.sitting = sitting }

  private var session: Session { sitting.session }

  func run() throws {
    guard let editor = LineEditor(program: "plantsh") else {
      throw Fault(.ours, en: "the terminal cannot be set up", zh: "无法初始化终端")
    }
    editor.prompt = session.surface.colour ? "\u{1}\u{1B}[1;34m\u{1}>\u{1}\u{1B}[0m\u{1} " : "> "
    editor.isComplete = { [session] entry in
      if case .incomplete = session.isComplete(entry) { return entry.hasPrefix("?") }
      return true
    }
    editor.complete = { [session] source, cursor in
      let completion = session.complete(source, cursor: cursor)
      return (completion.range.lowerBound, completion.items.map(\.name))
    }
    for entry in history.entries { editor.remember(entry) }
    write(banner + "\n")
    while true {
      switch editor.read() {
      case .end:
        if editor.isEditing { write("\n") }
        return
      case .cancelled: continue
      case .text(let entry): answer(entry)
      }
    }
  }

  private func answer(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace) else { return }
    history.append(entry)
    let outcome = session.evaluate(entry.hasPrefix("?") ? Prompt.helpCall(entry) : entry)
    sitting.progress.clear()
    interrupt_clear()
    let text = outcome.text(on: session.surface)
    if !text.isEmpty { write(text + "\n") }
    if let fault = outcome.fault { write(shown(fault) + "\n") }
  }

  private func shown(_ fault: Fault) -> String {
    guard session.surface.colour else { return fault.description }
    return "\u{1B}[31m" + fault.description + "\u{1B}[0m"
  }

  /// `? data.csv` as the call `help("data.csv")`, `?` alone as `help()`.
  private static func helpCall(_ entry: String) -> String {
    let word = entry.drop { $0 == "?" || $0 == " " }
    guard !word.isEmpty else { return "help()" }
    return "help(\"" + word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\")"
  }

  /// The instruction set that the kernels use: AVX2, AVX512, portable.
  private static var vectors: String {
    let name = String(cString: ck_path_name(ck_path()))
    return name.hasPrefix("avx") ? name.uppercased() : name
  }

  /// What runs here, and where help is.
  private var banner: String {
    let help =
      Language.current == .en ? "? for help · 中文: lang \"zh\"" : "? 查看帮助 · English: lang \"en\""
    let cores = Text(en: "\(Workers.count) cores", zh: "\(Workers.count) 核")
    return "\(Plantsh.version) · Lua 5.4 · \(cores), \(Prompt.vectors) · \(help)"
  }
}
