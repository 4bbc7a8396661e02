internal import Exchange
internal import Synchronization

/// What every front end sees: outputs, the state of the kernel. Any thread may publish.
final class Publisher: Sendable {
  private let socket: Mutex<Socket>
  private let session: String
  private let signer: Signer
  /// The request that outputs belong to.
  private let current = Mutex<JSON>(.object([:]))

  init(_ socket: Socket, session: String, signer: Signer) {
    self.socket = Mutex(socket)
    (self.session, self.signer) = (session, signer)
  }

  /// From now on outputs belong to this request.
  func follow(_ request: Message) { current.withLock { $0 = request.header } }

  /// - Parameter parent: the request it belongs to; the one that is followed unless given.
  func publish(_ type: String, _ content: JSON, parent: JSON? = nil) {
    let parent = parent ?? current.withLock { $0 }
    let frames = Message.frames(
      type, content, parent: parent, to: [Array(type.utf8)], session: session, signer: signer)
    socket.withLock { $0.send(frames) }
  }

  func state(_ state: String, parent: JSON? = nil) {
    publish("status", .object(["execution_state": .string(state)]), parent: parent)
  }

  func close() { socket.withLock { $0.close() } }
}
