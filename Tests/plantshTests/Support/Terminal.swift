import Foundation

/// A real terminal of a given size with the shell in it, driven through tmux on a server of its own.
final class Terminal {
  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  private let socket = "plantsh-\(UUID().uuidString)"
  private let tmux = "/usr/bin/tmux"

  /// The folder that lives as long as the terminal.
  private var scratch: Scratch?

  convenience init(
    columns: Int = 80, rows: Int = 24, in scratch: Scratch, arguments: String = "",
    environment: [String: String] = [:]
  ) throws {
    try self.init(
      columns: columns, rows: rows, in: scratch.url, arguments: arguments, environment: environment)
    self.scratch = scratch
  }

  init(
    columns: Int = 80, rows: Int = 24, in folder: URL, arguments: String = "",
    environment: [String: String] = [:]
  ) throws {
    guard FileManager.default.isExecutableFile(atPath: tmux) else {
      throw Missing(description: "tmux is missing; try: Scripts/install tmux")
    }
    let settings = environment.map { "\($0.key)='\($0.value)'" }.joined(separator: " ")
    let command =
      "cd '\(folder.path)' && exec env HOME='\(folder.path)' \(settings) \(Program.path) \(arguments)"
    try call("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command)
    let pids = try call("display-message", "-p", "#{pane_pid} #{pid}")
    processes = pids.split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
  }

  /// The server and the shell, which may have been started with the signals blocked that would end them.
  private var processes: [pid_t] = []

  deinit {
    _ = try? call("kill-server")
    for process in processes { kill(process, SIGKILL) }
  }

  @discardableResult
  private func call(_ words: String...) throws -> String {
    try Program.run(tmux, ["-u", "-L", socket] + words, environment: ["TERM": "xterm-256color"]).output
  }

  /// Types the text as it stands, and Enter.
  func type(_ line: String) throws {
    try write(line)
    try press("Enter")
  }

  /// Types the text and no Enter.
  func write(_ text: String) throws { try call("send-keys", "-l", text) }

  func press(_ key: String) throws { try call("send-keys", key) }

  /// Pastes the text the way a terminal with bracketed paste does.
  func paste(_ text: String) throws {
    try call("set-buffer", text)
    try call("paste-buffer", "-p", "-r")
  }

  func resize(columns: Int, rows: Int) throws {
    try call("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What stands on the screen.
  var screen: String { (try? call("capture-pane", "-p")) ?? "" }

  /// What stands on the screen, with its colours.
  var colours: String { (try? call("capture-pane", "-p", "-e")) ?? "" }

  /// Waits until the screen fulfils the condition; returns the screen as it was then, or at the end of time.
  func wait(_ seconds: Double = 20, until condition: (String) -> Bool) -> String {
    let end = Date().addingTimeInterval(seconds)
    var seen = screen
    while !condition(seen), Date() < end {
      usleep(20_000)
      seen = screen
    }
    return seen
  }

  /// Waits until an empty prompt stands at the end of the screen (tmux leaves out spaces at the end of a line).
  @discardableResult
  func waitForPrompt(_ seconds: Double = 20) -> String {
    wait(seconds) { screen in
      screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }.map { $0 == ">" } ?? false
    }
  }

  func wait(_ seconds: Double = 20, for text: String) -> String { wait(seconds) { $0.contains(text) } }
}
