import Foundation

/// The built shell, run as a user runs it.
struct Program {
  /// The package's folder.
  static let top = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The binary of the configuration under test.
  static var path: String {
    #if DEBUG
      top.appendingPathComponent(".build/debug/plantsh").path
    #else
      top.appendingPathComponent(".build/release/plantsh").path
    #endif
  }

  struct Result {
    var status: Int32
    var output: String
    var faults: String
  }

  /// Runs the shell to its end, with `input` on its standard input.
  static func run(
    _ arguments: String..., in folder: URL? = nil, input: String = "", environment: [String: String] = [:]
  ) throws -> Result {
    try run(path, arguments, in: folder, input: input, environment: environment)
  }

  static func run(
    _ program: String, _ arguments: [String], in folder: URL? = nil, input: String = "",
    environment: [String: String] = [:]
  ) throws -> Result {
    let child = try Child(program, arguments, in: folder, input: input, environment: environment)
    return try child.wait()
  }
}

/// A folder of its own for one test, taken away at the end.
final class Scratch {
  let url: URL

  init() throws {
    url = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("plantsh-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
