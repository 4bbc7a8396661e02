internal import Glibc

/// Questions to the terminal itself, for what no variable tells: what it can draw, how wide it draws.
public enum TerminalDialogue {
  /// How long a terminal may take; one behind a slow line answers within it, and one that is silent costs it once.
  private static let limit: Int32 = 400

  /// The terminal's answer up to the byte `end`, or nil: there is no terminal, it is silent, or the user has typed
  /// ahead, and what was typed must not be taken for an answer.
  public static func ask(_ question: String, until end: Character) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    var waiting: Int32 = 0
    guard tcgetattr(terminal, &before) == 0, tcgetpgrp(terminal) == getpgrp(),
      ioctl(terminal, UInt(FIONREAD), &waiting) == 0, waiting == 0
    else { return nil }
    var raw = before
    raw.c_lflag &= ~UInt32(ICANON | ECHO)
    guard tcsetattr(terminal, TCSANOW, &raw) == 0 else { return nil }
    defer { tcsetattr(terminal, TCSANOW, &before) }
    send(question, to: terminal)
    return answer(from: terminal, until: end)
  }

  public static func say(_ text: String) {
    let terminal = open("/dev/tty", O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return }
    send(text, to: terminal)
    close(terminal)
  }

  private static func send(_ text: String, to terminal: Int32) {
    var text = text
    text.withUTF8 { _ = write(terminal, $0.baseAddress, $0.count) }
  }

  private static func answer(from terminal: Int32, until end: Character) -> String? {
    var bytes: [UInt8] = []
    var left = limit
    while bytes.count < 4096, left > 0 {
      var poller = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let start = ContinuousClock.now
      guard poll(&poller, 1, left) > 0 else { return nil }
      var block = [UInt8](repeating: 0, count: 256)
      let count = read(terminal, &block, block.count)
      guard count > 0 else { return nil }
      bytes += block[..<count]
      if let last = end.asciiValue, bytes.last == last { return String(decoding: bytes, as: UTF8.self) }
      left -= Int32((ContinuousClock.now - start) / .milliseconds(1))
    }
    return nil
  }
}
