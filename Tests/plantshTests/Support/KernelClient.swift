import CZeroMQ
import Digest
import Exchange
import Foundation

/// A kernel in a process of its own, and a front end that speaks to it.
final class KernelClient {
  struct Answer {
    var type: String
    var content: JSON
    var parent: String?
  }

  struct Silence: Error {
    var after: String
  }

  let child: Child
  let scratch: Scratch
  private let context: UnsafeMutableRawPointer
  private let shell, control, listening, input: UnsafeMutableRawPointer
  private let hmac = HMAC(key: Array("secret".utf8))

  init() throws {
    scratch = try Scratch()
    let ports = try FreePorts.take(5)
    let file = try KernelClient.connectionFile(in: scratch, ports)
    child = try Child(Program.path, ["kernel", "run", "--lang", "en", file], in: scratch.url)
    guard zeromq_load(), let context = zeromq_context() else { throw Silence(after: "libzmq") }
    self.context = context
    func connected(_ kind: Int, _ port: Int) -> UnsafeMutableRawPointer {
      let socket = zeromq_socket(context, Int32(kind))!
      zeromq_connect(socket, "tcp://127.0.0.1:\(port)")
      return socket
    }
    shell = connected(ZEROMQ_DEALER, ports[0])
    listening = connected(ZEROMQ_SUB, ports[1])
    // One identity for both, so that questions find the way back.
    input = connected(ZEROMQ_DEALER, ports[2])
    control = connected(ZEROMQ_DEALER, ports[3])
    // Published messages arrive once the subscription has: ask until one does.
    for _ in 0..<100 {
      _ = try ask("kernel_info_request", .object([:]))
      if (try? published(until: "idle", milliseconds: 100)) != nil { return }
    }
    throw Silence(after: "kernel_info_request")
  }

  static func connectionFile(in scratch: Scratch, _ ports: [Int]) throws -> String {
    let json = JSON.object([
      "transport": .string("tcp"), "ip": .string("127.0.0.1"), "key": .string("secret"),
      "signature_scheme": .string("hmac-sha256"), "shell_port": .int(ports[0]), "iopub_port": .int(ports[1]),
      "stdin_port": .int(ports[2]), "control_port": .int(ports[3]), "hb_port": .int(ports[4]),
    ])
    return try scratch.write(json.written(), to: "connection.json")
  }

  deinit {
    for socket in [shell, control, listening, input] { zeromq_close(socket) }
    zeromq_end(context)
    kill(child.id, SIGKILL)
    _ = try? child.wait()
  }

  /// Sends a request and gives its id.
  @discardableResult
  func send(_ type: String, _ content: JSON, onControl: Bool = false, key: String = "secret") -> String {
    let id = UUID().uuidString
    let header = JSON.object([
      "msg_id": .string(id), "session": .string("test"), "username": .string("test"),
      "msg_type": .string(type),
      "version": .string("5.4"), "date": .string("2026-01-01T00:00:00Z"),
    ])
    send(header, content, to: onControl ? control : shell, key: key)
    return id
  }

  private func send(_ header: JSON, _ content: JSON, to socket: UnsafeMutableRawPointer, key: String) {
    let parts = [header, .object([:]), .object([:]), content].map { Array($0.written().utf8) }
    let signature = Array(HMAC(key: Array(key.utf8)).signature(of: parts).utf8)
    let frames = [Array("<IDS|MSG>".utf8), signature] + parts
    for (k, frame) in frames.enumerated() {
      _ = zeromq_send(socket, frame, frame.count, k + 1 < frames.count)
    }
  }

  private func receive(_ socket: UnsafeMutableRawPointer, milliseconds: Int, after: String) throws -> Answer {
    var handles: [UnsafeMutableRawPointer?] = [socket]
    guard zeromq_wait(&handles, 1, milliseconds) == 0 else { throw Silence(after: after) }
    var frames: [[UInt8]] = []
    var more = true
    while more {
      var bytes: UnsafeMutablePointer<UInt8>?
      let count = zeromq_receive(socket, &bytes, &more)
      guard count >= 0 else { throw Silence(after: after) }
      frames.append(Array(UnsafeBufferPointer(start: bytes, count: count)))
      free(bytes)
    }
    let place = frames.firstIndex(of: Array("<IDS|MSG>".utf8)) ?? 0
    let parts = Array(frames[(place + 2)...])
    guard Array(hmac.signature(of: Array(parts.prefix(4))).utf8) == frames[place + 1] else {
      throw Silence(after: "a wrong signature")
    }
    return Answer(
      type: JSON(parsing: parts[0])?["msg_type"]?.string ?? "", content: JSON(parsing: parts[3]) ?? .null,
      parent: JSON(parsing: parts[1])?["msg_id"]?.string)
  }

  /// Sends a request and waits for its reply.
  func ask(_ type: String, _ content: JSON, onControl: Bool = false, seconds: Int = 30) throws -> JSON {
    let id = send(type, content, onControl: onControl)
    while true {
      let answer = try receive(onControl ? control : shell, milliseconds: seconds * 1000, after: type)
      if answer.parent == id { return answer.content }
    }
  }

  func reply(seconds: Int = 30) throws -> JSON {
    try receive(shell, milliseconds: seconds * 1000, after: "a request").content
  }

  /// What was published up to a message that satisfies.
  func published(milliseconds: Int = 30_000, until isLast: (Answer) -> Bool) throws -> [Answer] {
    var answers: [Answer] = []
    repeat {
      answers.append(try receive(listening, milliseconds: milliseconds, after: "published"))
    } while !isLast(answers[answers.count - 1])
    return answers
  }

  func published(until state: String, milliseconds: Int = 30_000) throws -> [Answer] {
    try published(milliseconds: milliseconds) { $0.content["execution_state"]?.string == state }
  }

  /// Runs a cell: its reply, and what it published.
  func execute(_ code: String, _ more: [String: JSON] = [:]) throws -> (reply: JSON, shown: [Answer]) {
    let content = JSON.object(["code": .string(code), "silent": .bool(false)].merging(more) { $1 })
    let id = send("execute_request", content)
    let reply = try reply()
    let shown = try published { $0.parent == id && $0.content["execution_state"]?.string == "idle" }
    return (reply, shown.filter { $0.parent == id })
  }

  /// Answers a question of the kernel.
  func answerQuestion(with text: String) throws {
    _ = try receive(input, milliseconds: 30_000, after: "a question")
    let header = JSON.object([
      "msg_id": .string("answer"), "session": .string("test"), "msg_type": .string("input_reply"),
      "version": .string("5.4"),
    ])
    send(header, .object(["value": .string(text)]), to: input, key: "secret")
  }
}

/// Ports of this machine that nobody listens on.
enum FreePorts {
  static func take(_ count: Int) throws -> [Int] {
    var sockets: [Int32] = []
    defer { sockets.forEach { close($0) } }
    return try (0..<count).map { _ in
      let socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      sockets.append(socket)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let status = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
          bind(socket, plain, length) == 0 ? getsockname(socket, plain, &length) : -1
        }
      }
      guard status == 0 else { throw KernelClient.Silence(after: "bind") }
      return Int(UInt16(bigEndian: address.sin_port))
    }
  }
}
