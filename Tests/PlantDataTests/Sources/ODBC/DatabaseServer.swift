import Foundation

/// A real database server on loopback, at a free port and in a folder of its own: a child of the test, which ends
/// with it, stopped by its process id.
final class DatabaseServer: @unchecked Sendable {
  struct Failed: Error { var words: String }

  let port: Int
  let folder: String
  private let scratch: Scratch
  private let process = Process()

  /// - Parameters:
  ///   - prepare: makes the database in `folder`; gives the call that serves it.
  init(_ prepare: (DatabaseServer) throws -> [String]) throws {
    scratch = Scratch()
    folder = scratch.path
    port = try DatabaseServer.freePort()
    try start(prepare(self))
  }

  deinit { stop() }

  /// As another user: PostgreSQL does not run as root.
  static func call(_ words: [String], as user: String?) -> [String] {
    guard let user, geteuid() == 0 else { return ["/usr/bin/setpriv", "--pdeathsig", "KILL"] + words }
    return ["/usr/bin/setpriv", "--reuid", user, "--regid", user, "--clear-groups", "--pdeathsig", "KILL"]
      + words
  }

  /// Runs a program to its end.
  @discardableResult
  static func run(_ words: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    let into = Pipe(), out = Pipe()
    process.standardInput = into
    process.standardOutput = out
    process.standardError = out
    try process.run()
    into.fileHandleForWriting.write(Data(input.utf8))
    into.fileHandleForWriting.closeFile()
    let printed = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(words: printed) }
    return printed
  }

  private func start(_ words: [String]) throws {
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    _ = scratch.write("", to: "server.log")
    let log = try FileHandle(forWritingTo: URL(fileURLWithPath: folder + "/server.log"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = log
    process.standardError = log
    try process.run()
    for _ in 0..<400 {
      if DatabaseServer.isListening(port) { return }
      guard process.isRunning else { break }
      usleep(25_000)
    }
    throw Failed(words: (try? String(contentsOfFile: folder + "/server.log", encoding: .utf8)) ?? "no log")
  }

  /// Ends at once, as a machine that loses its power.
  func stop() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  private static func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(socket, pointer, size) == 0 && getsockname(socket, pointer, &size) == 0
      }
    }
    guard status else { throw Failed(words: "no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func isListening(_ port: Int) -> Bool {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    address.sin_port = in_port_t(port).bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
