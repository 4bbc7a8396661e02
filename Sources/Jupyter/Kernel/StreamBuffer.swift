internal import Exchange
internal import Glibc
internal import Synchronization

/// Printed text on its way to the front end: what is printed within a twentieth of a second goes in one message.
final class StreamBuffer: Sendable {
  private let waiting = Mutex<[(name: String, text: String)]>([])
  private let isOpen = Mutex(true)
  private let publisher: Publisher

  init(_ publisher: Publisher) { self.publisher = publisher }

  func add(_ text: String, to name: String) {
    let isLong = waiting.withLock { waiting in
      if waiting.last?.name == name {
        waiting[waiting.count - 1].text += text
      } else {
        waiting.append((name, text))
      }
      return waiting[waiting.count - 1].text.utf8.count > 1 << 16
    }
    if isLong { flush() }
  }

  /// Sends what waits; what comes later is lost.
  func end() {
    flush()
    isOpen.withLock { $0 = false }
  }

  /// Sends what waits, in its order.
  func flush() {
    waiting.withLock { waiting in
      guard isOpen.withLock({ $0 }) else { return }
      for (name, text) in waiting where !text.isEmpty {
        publisher.publish("stream", .object(["name": .string(name), "text": .string(text)]))
      }
      waiting.removeAll()
    }
  }
}
