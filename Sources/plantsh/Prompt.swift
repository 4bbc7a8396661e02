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

  private let options: Options

  init(_ sitting: Sitting, _ options: Options) {
    self.sitting = sitting
    self.options = options
  }

  private var session: Session { sitting.session }

  func run() throws {
    guard let editor = LineEditor(program: "plantsh") else {
      throw Fault(.ours, en: "the terminal cannot be set up", zh: "无法初始化终端")
    }
    Typing(session).set(editor)
    for entry in history.entries { editor.remember(entry) }
    write(banner + "\n")
    var last: Entry?
    while true {
      editor.colour = session.surface.colour
      let entry = editor.read()
      session.surface = options.surface
      switch entry {
      case .end: return
      case .cancelled: continue
      case .text(let typed):
        if Prompt.leaves.contains(typed.trimmingSpaces) { return }
        last = answer(typed, after: last, editor)
      }
    }
  }

  /// What people type who want to leave.
  private static let leaves: Set<String> = ["quit", "exit", "quit()", "exit()"]

  /// An entry that ran, for one that goes on with it.
  private struct Entry {
    var text: String
    var canContinue: Bool
  }

  /// Runs an entry. One that starts with `:` goes on with the entry before it, so that a pipeline can be typed
  /// line by line; the whole is then run anew, which is harmless where the first run was quick and without fault.
  private func answer(_ typed: String, after last: Entry?, _ editor: LineEditor) -> Entry? {
    guard !typed.allSatisfy(\.isWhitespace) else { return last }
    var entry = typed
    if typed.trimmingSpaces.hasPrefix(":"), let last, last.canContinue { entry = last.text + "\n" + typed }
    history.append(entry)
    let outcome = session.evaluate(entry.hasPrefix("?") ? Session.helpCall(entry) : entry)
    sitting.progress.clear()
    interrupt_clear()
    var text = outcome.text(on: session.surface)
    if AmbiguousWidth.settle(for: text, on: session.surface) { text = outcome.text(on: session.surface) }
    if !text.isEmpty { write(text + "\n") }
    if let fault = outcome.fault { write(shown(fault) + "\n") }
    editor.offer = outcome.fault.flatMap { session.repaired(entry) ?? $0.remedy }
    return Entry(text: entry, canContinue: outcome.fault == nil && outcome.duration < .milliseconds(500))
  }

  private func shown(_ fault: Fault) -> String {
    guard session.surface.colour else { return fault.description }
    return "\u{1B}[31m" + fault.description + "\u{1B}[0m"
  }

  /// The instruction set that the kernels use: AVX2, AVX512, portable.
  private static var vectors: String {
    let name = String(cString: ck_path_name(ck_path()))
    return name.hasPrefix("avx") ? name.uppercased() : name
  }

  /// What runs here, and where help is.
  private var banner: String {
    let help =
      Language.current == .en
      ? "? for help · Ctrl-D leaves · 中文: lang \"zh\""
      : "? 查看帮助 · Ctrl-D 退出 · English: lang \"en\""
    let cores = Text(en: "\(Workers.count) cores", zh: "\(Workers.count) 核")
    return "\(Plantsh.version) · Lua 5.4 · \(cores), \(Prompt.vectors)\n\(help)"
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var text = self[...].drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
