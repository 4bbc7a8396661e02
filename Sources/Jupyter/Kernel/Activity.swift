internal import Report
internal import Synchronization

/// Whether a cell runs: a request to interrupt that comes too late must not stop the next one.
enum Activity {
  private static let isRunning = Mutex(false)

  static func begin() { isRunning.withLock { $0 = true } }

  static func end() {
    isRunning.withLock { isRunning in
      isRunning = false
      Interruption.clear()
    }
  }

  static func interrupt() { isRunning.withLock { if $0 { Interruption.request() } } }
}
