internal import Exchange
internal import LuaBridge
internal import Report
internal import Sessions

extension Kernel {
  /// `io.read` asks the person at the notebook.
  var inputModule: Module {
    Module("input", Text(en: "questions to the user", zh: "向用户提问")) {
      Function(
        "io.read", Text(en: "asks the user for a line", zh: "请用户输入一行"),
        .positional(
          "format", String.self, Text(en: "l a line, L with its end, n a number", zh: "l 为一行，L 含换行，n 为数"),
          default: "l"),
        returns: Text(en: "what was typed", zh: "输入的内容"), example: "io.read()"
      ) { [unowned self] format throws -> LuaValue in
        let line = try ask("")
        switch format.drop(while: { $0 == "*" }).first {
        case "n": return Int(line).map(LuaValue.int) ?? Double(line).map(LuaValue.number) ?? .nil
        case "L": return .string(line + "\n")
        default: return .string(line)
        }
      }
    }
  }

  /// - Throws: a fault when the front end takes no questions; `Fault.interrupted` while it waits.
  private func ask(_ prompt: String) throws -> String {
    guard let request = asking, request.content["allow_stdin"]?.bool ?? true else {
      throw Fault(.usage, en: "this front end cannot ask the user", zh: "该前端无法向用户提问")
    }
    streams?.drain()
    output.flush()
    while Socket.wait(for: [input], milliseconds: 0) == .ready(0) { _ = input.receive() }
    input.send(
      Message.frames(
        "input_request", .object(["prompt": .string(prompt), "password": .bool(false)]),
        parent: request.header,
        to: request.identities, session: sessionID, signer: signer))
    while true {
      try Interruption.check()
      guard Socket.wait(for: [input], milliseconds: 50) == .ready(0), let frames = input.receive() else {
        continue
      }
      guard let reply = received(frames), reply.type == "input_reply" else { continue }
      return reply.content["value"]?.string ?? ""
    }
  }
}
