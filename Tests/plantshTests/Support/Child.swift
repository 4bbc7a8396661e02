import Foundation

/// A process with its input, output and faults in files: no pipe can fill up, and its end is awaited by its id.
final class Child {
  struct Unstarted: Error {
    var program: String
    var reason: Int32
  }

  let id: pid_t
  private let scratch: Scratch

  init(
    _ program: String, _ arguments: [String], in folder: URL? = nil, input: String = "",
    environment: [String: String] = [:]
  ) throws {
    scratch = try Scratch()
    try scratch.write(input, to: "input")
    let settings = ["PATH": "/usr/bin:/bin", "LANG": "C", "TERM": "dumb", "HOME": scratch.url.path]
      .merging(environment) { $1 }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let files = scratch.url.path
    posix_spawn_file_actions_addopen(&actions, 0, files + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files + "/faults", O_WRONLY | O_CREAT, 0o600)
    let call = (folder.map { ["/usr/bin/env", "-C", $0.path] } ?? []) + [program] + arguments
    let words = call.map { strdup($0) } + [nil]
    let names = settings.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + names).forEach { free($0) } }
    var started: pid_t = 0
    let status = posix_spawn(&started, call[0], &actions, nil, words, names)
    guard status == 0 else { throw Unstarted(program: program, reason: status) }
    id = started
  }

  /// What it has written so far.
  var output: String { text("output") }

  private func text(_ name: String) -> String {
    (try? Data(contentsOf: scratch.url.appendingPathComponent(name))).map {
      String(decoding: $0, as: UTF8.self)
    }
      ?? ""
  }

  /// Waits for its end.
  func wait() throws -> Program.Result {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return Program.Result(
      status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: output, faults: text("faults"))
  }
}
