internal import Glibc
internal import Synchronization

/// What the process writes to its standard output and standard error without going through a session: a program
/// that a script starts, `io.stderr:write`.
public final class CapturedStreams: Sendable {
  public enum Stream: Sendable { case output, faults }

  private struct Pipe: Sendable {
    var stream: Stream
    var descriptor: Int32
    var original: Int32
    var end: Int32
  }

  private let pipes: [Pipe]
  private let isOpen = Atomic(true)
  private let take: @Sendable (Stream, String) -> Void
  /// Bytes of a character that is not whole yet, for each pipe.
  private let rest = Mutex<[[UInt8]]>([[], []])

  /// From now on both streams go to `take`, from any thread; nil when the system gives no pipes.
  public init?(_ streams: [Stream], _ take: @escaping @Sendable (Stream, String) -> Void) {
    fflush(nil)
    var pipes: [Pipe] = []
    for stream in streams {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
      let original = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
      guard original >= 0, dup2(ends[1], descriptor) >= 0 else { return nil }
      close(ends[1])
      _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
      pipes.append(Pipe(stream: stream, descriptor: descriptor, original: original, end: ends[0]))
    }
    self.pipes = pipes
    self.take = take
  }

  /// Takes what was written so far.
  public func drain() {
    fflush(nil)
    rest.withLock { rest in
      for (k, pipe) in pipes.enumerated() {
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
          let count = read(pipe.end, &block, block.count)
          guard count > 0 else { break }
          rest[k] += block[..<count]
          let whole = CapturedStreams.whole(rest[k])
          guard whole > 0 else { continue }
          take(pipe.stream, String(decoding: rest[k][..<whole], as: UTF8.self))
          rest[k].removeFirst(whole)
        }
      }
    }
  }

  /// Waits up to the time for something to take.
  public func wait(milliseconds: Int32) {
    var polled = pipes.map { pollfd(fd: $0.end, events: Int16(POLLIN), revents: 0) }
    poll(&polled, nfds_t(polled.count), milliseconds)
  }

  /// Writes past the pipes to where standard error went before.
  public func complain(_ text: String) {
    guard let pipe = pipes.first(where: { $0.stream == .faults }) else { return }
    var text = text
    text.withUTF8 { _ = write(pipe.original, $0.baseAddress, $0.count) }
  }

  /// How many bytes from the front end with a whole character.
  private static func whole(_ bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? bytes.count - back : bytes.count
    }
    return bytes.count
  }

  /// Both streams go again where they went before.
  public func end() {
    drain()
    guard isOpen.exchange(false, ordering: .relaxed) else { return }
    for pipe in pipes { dup2(pipe.original, pipe.descriptor) }
  }

  deinit {
    end()
    for pipe in pipes {
      close(pipe.original)
      close(pipe.end)
    }
  }
}
