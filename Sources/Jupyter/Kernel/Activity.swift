internal import Glibc
internal import Report
internal import Synchronization

/// Whether a cell runs: a request to interrupt that comes too late must not stop the next one.
enum Activity {
  private struct State {
    var isRunning = false
    /// Which cell it is, so that a request does not reach the one after.
    var cell = 0
  }
  private static let state = Mutex(State())

  static func begin() {
    state.withLock { state in
      state.isRunning = true
      state.cell += 1
    }
  }

  static func end() {
    state.withLock { state in
      state.isRunning = false
      Interruption.clear()
    }
  }

  /// Stops the cell that runs. A session forgets earlier requests when it begins, and a cell that has just been
  /// announced may not have begun: the request is made again for a tenth of a second, until the cell has ended.
  static func interrupt() {
    let wanted = state.withLock { $0.cell }
    for _ in 0..<20 {
      let goesOn = state.withLock { state -> Bool in
        guard state.isRunning, state.cell == wanted else { return false }
        Interruption.request()
        return true
      }
      guard goesOn else { return }
      usleep(5_000)
    }
  }
}
