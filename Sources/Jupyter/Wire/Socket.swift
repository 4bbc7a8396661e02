internal import CZeroMQ
internal import Glibc
internal import Report

/// The process's ZeroMQ.
final class Context: @unchecked Sendable {
  fileprivate let handle: UnsafeMutableRawPointer

  init() throws {
    guard zeromq_load(), let handle = zeromq_context() else {
      throw Fault(
        .file, en: "libzmq.so.5 is missing, which a kernel needs", zh: "缺少内核所需的 libzmq.so.5",
        try: "apt-get install libzmq5")
    }
    self.handle = handle
  }

  /// Waits until what was sent has left.
  func end() { zeromq_end(handle) }
}

/// A ZeroMQ socket. It belongs to one thread at a time.
final class Socket: @unchecked Sendable {
  enum Kind: Int32 { case pair = 0, publishing = 1, reply = 4, router = 6 }

  fileprivate let handle: UnsafeMutableRawPointer

  init(_ kind: Kind, in context: Context) throws {
    guard let handle = zeromq_socket(context.handle, kind.rawValue) else {
      throw Fault(.ours, en: "no socket", zh: "无法建立套接字")
    }
    self.handle = handle
  }

  /// - Throws: a fault when the address is taken.
  func bind(_ address: String) throws {
    let error = zeromq_bind(handle, address)
    guard error != 0 else { return }
    let reason = String(cString: strerror(error))
    throw Fault(
      .network, en: "\(address): \(reason)", zh: "\(address)：无法监听（\(reason)）", details: ["bind \(error)"])
  }

  func connect(_ address: String) { _ = zeromq_connect(handle, address) }

  func close() { zeromq_close(handle) }

  func send(_ frames: [[UInt8]]) {
    for (k, frame) in frames.enumerated() {
      guard zeromq_send(handle, frame, frame.count, k + 1 < frames.count) == 0 else { return }
    }
  }

  /// All frames of the next message; nil when the context ends.
  func receive() -> [[UInt8]]? {
    var frames: [[UInt8]] = []
    var more = true
    while more {
      var bytes: UnsafeMutablePointer<UInt8>?
      let count = zeromq_receive(handle, &bytes, &more)
      guard count >= 0 else { return nil }
      frames.append(Array(UnsafeBufferPointer(start: bytes, count: count)))
      free(bytes)
    }
    return frames
  }

  enum Waited: Equatable { case ready(Int), timeOver, signal, ended }

  /// Waits for the first of the sockets that has a message.
  static func wait(for sockets: [Socket], milliseconds: Int = -1) -> Waited {
    var handles = sockets.map { Optional($0.handle) }
    switch zeromq_wait(&handles, Int32(handles.count), milliseconds) {
    case -1: return .timeOver
    case -2: return .signal
    case let place where place >= 0: return .ready(Int(place))
    default: return .ended
    }
  }
}
