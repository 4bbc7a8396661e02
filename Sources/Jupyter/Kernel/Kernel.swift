internal import Exchange
internal import Glibc
internal import LuaBridge
internal import Notebooks
internal import Report
public import Sessions

/// A kernel of Jupyter's protocol 5.4 in front of a session: what a terminal does with a line, it does with a cell.
///
/// The session runs on the thread that calls `run`; requests to interrupt and to end come on another, so that they are
/// heard while a cell runs.
public final class Kernel {
  let session: Session
  let signer: Signer
  let publisher: Publisher
  let output: StreamBuffer
  let progress: ProgressDisplay
  let shell: Socket
  let input: Socket
  let sessionID = Message.newID()
  /// The program's version.
  let version: String
  var history: KernelHistory
  var count = 0
  /// Keeps an entry for later sittings.
  let remember: (String) -> Void
  /// The request that runs, for what it asks of the user.
  var asking: Message?
  var streams: CapturedStreams?

  private let context: Context
  private let control: ControlChannel
  private let wake: Socket

  /// - Parameters:
  ///   - file: Jupyter's connection file.
  ///   - past: entries of earlier sittings.
  /// - Throws: a fault for a file that is no connection, an address that is taken, or a missing libzmq.
  public init(
    connection file: String, session: Session, version: String, past: [String],
    remember: @escaping (String) -> Void
  ) throws {
    let connection = try Connection(file: file)
    (self.session, self.version, self.remember) = (session, version, remember)
    history = KernelHistory(past: past)
    let signer = Signer(key: connection.key), context = try Context()
    (self.signer, self.context) = (signer, context)
    func bound(_ kind: Socket.Kind, _ port: Int) throws -> Socket {
      let socket = try Socket(kind, in: context)
      try socket.bind(connection.address(port))
      return socket
    }
    shell = try bound(.router, connection.shell)
    input = try bound(.router, connection.input)
    let publisher = Publisher(
      try bound(.publishing, connection.publishing), session: sessionID, signer: signer)
    self.publisher = publisher
    output = StreamBuffer(publisher)
    progress = ProgressDisplay(publisher)
    wake = try Socket(.pair, in: context)
    try wake.bind("inproc://wake")
    let waker = try Socket(.pair, in: context)
    waker.connect("inproc://wake")
    control = ControlChannel(
      try bound(.router, connection.control), waker: waker, signer: signer, publisher: publisher,
      session: sessionID, information: Kernel.information(version))
    Heartbeat(try bound(.reply, connection.heartbeat)).start()
    connectSession()
  }

  /// Printed text, values, progress and questions go to the front end.
  private func connectSession() {
    session.surface = Surface(columns: 100, rows: 40)
    session.output = { [unowned self] text in
      streams?.drain()
      output.add(text, to: "stdout")
    }
    session.interpreter.display = { [unowned self] value in show(value) }
    session.interpreter.install(inputModule)
    session.clearOutput = { [unowned self] wait in
      streams?.drain()
      output.flush()
      publisher.publish("clear_output", .object(["wait": .bool(wait)]))
    }
    Progress.watch { [progress] in progress.show($0) }
  }

  /// Answers requests until one ends the kernel.
  public func run() {
    streams = CapturedStreams([.output, .faults]) { [output] stream, text in
      output.add(text, to: stream == .output ? "stdout" : "stderr")
    }
    if let streams { Ticking(output, streams).start() }
    control.start()
    publisher.state("starting")
    publisher.state("idle")
    loop: while true {
      switch Socket.wait(for: [wake, shell]) {
      case .ready(0), .ended: break loop
      case .ready:
        guard let frames = shell.receive() else { break loop }
        if !handle(frames) { break loop }
      case .signal: Interruption.clear()
      case .timeOver: break
      }
    }
    end()
  }

  private func end() {
    streams?.end()
    output.end()
    control.end(wake)
    Progress.watch(nil)
    streams = nil
    for socket in [shell, input, wake] { socket.close() }
    publisher.close()
    context.end()
  }

  /// Answers one request; false when it was the last.
  private func handle(_ frames: [[UInt8]]) -> Bool {
    guard let request = received(frames) else { return true }
    publisher.follow(request)
    publisher.state("busy")
    let content = reply(to: request)
    let failed =
      content?["status"]?.string == "error" && request.type == "execute_request"
      && request.content["stop_on_error"]?.bool ?? true
    // What was sent before the front end knows of the fault; what comes after its reply is meant to run.
    let waiting = failed ? waitingFrames() : []
    if let content { answer(request, content) }
    output.flush()
    publisher.state("idle")
    for frames in waiting { abort(frames) }
    return request.type != "shutdown_request"
  }

  /// The message, or nil with a word to the log when it is none or its signature is wrong.
  func received(_ frames: [[UInt8]]) -> Message? {
    do {
      return try Message(frames, signedWith: signer)
    } catch {
      streams?.complain("plantsh kernel: a message was refused: \(error)\n")
      return nil
    }
  }

  func answer(_ request: Message, _ content: JSON, on socket: Socket? = nil) {
    let type = request.type.replacing("_request", with: "_reply")
    (socket ?? shell).send(
      Message.frames(
        type, content, parent: request.header, to: request.identities, session: sessionID, signer: signer))
  }

  private func waitingFrames() -> [[[UInt8]]] {
    var all: [[[UInt8]]] = []
    while Socket.wait(for: [shell], milliseconds: 0) == .ready(0), let frames = shell.receive() {
      all.append(frames)
    }
    return all
  }

  /// After a cell failed, those that were sent with it are not run; other requests are answered.
  private func abort(_ frames: [[UInt8]]) {
    guard let request = received(frames) else { return }
    publisher.follow(request)
    publisher.state("busy")
    let aborted = JSON.object(["status": .string("aborted"), "execution_count": .int(count)])
    if let content = request.type == "execute_request" ? aborted : reply(to: request) {
      answer(request, content)
    }
    publisher.state("idle")
  }

  private func reply(to request: Message) -> JSON? {
    guard request.content != .null else { return Kernel.tooLarge }
    switch request.type {
    case "kernel_info_request": return Kernel.information(version)
    case "execute_request": return execute(request)
    case "complete_request": return complete(request.content)
    case "inspect_request": return inspect(request.content)
    case "is_complete_request": return isComplete(request.content)
    case "history_request": return history.answer(request.content)
    case "comm_info_request": return .object(["status": .string("ok"), "comms": .object([:])])
    case "comm_open":
      refuseComm(request)
      return nil
    case "shutdown_request": return ControlChannel.shutdown(request)
    default: return nil
    }
  }

  /// Widgets have no counterpart here: what is opened is closed at once.
  private func refuseComm(_ request: Message) {
    publisher.publish(
      "comm_close", .object(["comm_id": request.content["comm_id"] ?? .null, "data": .object([:])]))
  }

  private static var tooLarge: JSON {
    Kernel.error(
      Fault(
        .limit, en: "the message is larger than \(Message.mostBytes >> 20) MB",
        zh: "消息超过 \(Message.mostBytes >> 20) MB"))
  }

  static func error(_ fault: Fault) -> JSON {
    .object([
      "status": .string("error"), "ename": .string(fault.code.rawValue), "evalue": .string(fault.description),
      "traceback": .array(fault.lines.map(JSON.string)),
    ])
  }
}
