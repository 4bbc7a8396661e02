internal import Exchange
internal import Glibc
internal import Report
internal import Synchronization

/// Requests that must be heard while a cell runs: interrupt, shut down, debug.
final class ControlChannel: @unchecked Sendable {
  private let socket: Socket
  private let waker: Socket
  private let signer: Signer
  private let publisher: Publisher
  private let session: String
  private let information: JSON
  private var thread = pthread_t()

  init(
    _ socket: Socket, waker: Socket, signer: Signer, publisher: Publisher, session: String, information: JSON
  ) {
    (self.socket, self.waker, self.signer) = (socket, waker, signer)
    (self.publisher, self.session, self.information) = (publisher, session, information)
  }

  func start() { thread = Threads.start { [self] in run() } }

  /// Ends the channel's thread, which closes its sockets.
  ///
  /// - Parameter wake: the other end of the waker.
  func end(_ wake: Socket) {
    wake.send([[1]])
    pthread_join(thread, nil)
  }

  private func run() {
    defer {
      waker.close()
      socket.close()
    }
    while true {
      guard case .ready(let place) = Socket.wait(for: [waker, socket]) else { continue }
      if place == 0 { return }
      guard let frames = socket.receive() else { return }
      guard let request = try? Message(frames, signedWith: signer) else { continue }
      publisher.state("busy", parent: request.header)
      if let content = reply(to: request) {
        let type = request.type.replacing("_request", with: "_reply")
        socket.send(
          Message.frames(
            type, content, parent: request.header, to: request.identities, session: session, signer: signer))
      }
      publisher.state("idle", parent: request.header)
      if request.type == "shutdown_request" {
        Activity.interrupt()
        waker.send([[0]])
      }
    }
  }

  private func reply(to request: Message) -> JSON? {
    switch request.type {
    case "interrupt_request":
      Activity.interrupt()
      return .object(["status": .string("ok")])
    case "shutdown_request": return ControlChannel.shutdown(request)
    case "kernel_info_request": return information
    case "debug_request": return ControlChannel.noDebugger(request)
    default: return nil
    }
  }

  static func shutdown(_ request: Message) -> JSON {
    .object(["status": .string("ok"), "restart": .bool(request.content["restart"]?.bool ?? false)])
  }

  /// The refusal that the Debug Adapter Protocol has for what is not there.
  private static func noDebugger(_ request: Message) -> JSON {
    .object([
      "type": .string("response"), "success": .bool(false), "seq": .int(0),
      "request_seq": .int(request.content["seq"]?.int ?? 0),
      "command": .string(request.content["command"]?.string ?? ""),
      "message": .string(Text(en: "plantsh has no debugger", zh: "plantsh 没有调试器").description),
      "body": .object([:]),
    ])
  }
}
