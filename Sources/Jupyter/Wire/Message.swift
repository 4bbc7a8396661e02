internal import Digest
package import Exchange
internal import Glibc

/// A message of Jupyter's protocol: who asked, what kind it is, what it says.
package struct Message: Sendable {
  /// ZeroMQ's addresses of the one who asked.
  package var identities: [[UInt8]]
  package var header: JSON
  package var content: JSON

  package var type: String { header["msg_type"]?.string ?? "" }

  /// Why bytes are no message.
  package enum Refusal: Error { case shape, signature, json }

  /// More than this in one message is not taken apart: its content stays null.
  static let mostBytes = 64 << 20

  private static let mark = Array("<IDS|MSG>".utf8)

  package init(_ frames: [[UInt8]], signedWith signer: Signer) throws(Refusal) {
    guard let place = frames.firstIndex(of: Message.mark), frames.count >= place + 6 else { throw .shape }
    let parts = Array(frames[(place + 2)...(place + 5)])
    guard signer.accepts(frames[place + 1], for: parts) else { throw .signature }
    guard let header = JSON(parsing: parts[0]), header["msg_type"]?.string != nil else { throw .json }
    identities = Array(frames[..<place])
    self.header = header
    guard parts[3].count <= Message.mostBytes else {
      content = .null
      return
    }
    guard let content = JSON(parsing: parts[3]), case .object = content else { throw .json }
    self.content = content
  }

  /// A message that answers, or follows from, another.
  package static func frames(
    _ type: String, _ content: JSON, parent: JSON, to identities: [[UInt8]], session: String, signer: Signer
  ) -> [[UInt8]] {
    let header = JSON.object([
      "msg_id": .string(Message.newID()), "session": .string(session), "username": .string("plantsh"),
      "date": .string(Message.now), "msg_type": .string(type), "version": .string("5.4"),
    ])
    let parts = [header, parent, .object([:]), content].map { Array($0.written().utf8) }
    return identities + [mark, signer.signature(of: parts)] + parts
  }

  static func newID() -> String {
    (0..<16).map { _ in UInt8.random(in: .min ... .max) }.hex
  }

  /// ISO 8601 in UTC with microseconds.
  private static var now: String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var fields = tm()
    gmtime_r(&time.tv_sec, &fields)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%S", &fields)
    let text = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let fraction = String(time.tv_nsec / 1000 + 1_000_000).dropFirst()
    return "\(text).\(fraction)Z"
  }
}

/// Signs messages and checks signatures; without a key nothing is signed.
package struct Signer: Sendable {
  private let hmac: HMAC?

  package init(key: [UInt8]) { hmac = key.isEmpty ? nil : HMAC(key: key) }

  func signature(of parts: [[UInt8]]) -> [UInt8] { hmac.map { Array($0.signature(of: parts).utf8) } ?? [] }

  /// Compares every digit, so that the time says nothing of where the first wrong one is.
  func accepts(_ given: [UInt8], for parts: [[UInt8]]) -> Bool {
    let wanted = signature(of: parts)
    guard given.count == wanted.count else { return hmac == nil }
    return zip(given, wanted).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
