import Foundation

/// Another program's view of our files: Debian's Python with openpyxl.
enum Python {
  struct Failed: Error { var words: String }

  /// Runs a script with `arguments` in `sys.argv` and gives what it printed.
  @discardableResult
  static func run(_ script: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", script] + arguments
    let output = Pipe(), faults = Pipe()
    process.standardOutput = output
    process.standardError = faults
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let words = faults.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(words: String(decoding: words, as: UTF8.self)) }
    return String(decoding: printed, as: UTF8.self)
  }
}
