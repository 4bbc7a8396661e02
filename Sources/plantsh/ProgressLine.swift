internal import Glibc
internal import Report
internal import Synchronization

/// The line at the bottom of a terminal that shows how far long work has come:
///
///     epoch 12/20 ━━━━━━━━━━━━━━━━━╸       loss .214 acc .931 · 412 img/s · 38 s left
///
/// It stands on standard error, is redrawn at most ten times a second, and makes way for printed output.
/// Where standard error is no terminal nothing is shown.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var lastDrawn = ContinuousClock.now - .seconds(1)
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let surface: Surface

  init(on surface: Surface) {
    self.surface = surface
    isTerminal = isatty(STDERR_FILENO) == 1 && !surface.plain
  }

  func show(_ progress: Progress) {
    guard isTerminal else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      guard progress.isLast || now - state.lastDrawn >= .milliseconds(100) else { return }
      state.lastDrawn = now
      state.isShown = !progress.isLast
      let line = Self.line(for: progress, columns: surface.columns - 1, colour: surface.colour)
      complain("\r\u{1B}[K" + line + (progress.isLast ? "\n" : ""))
    }
  }

  /// Takes the line away, so that something else can be printed.
  func clear() {
    state.withLock { state in
      if state.isShown { complain("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  static func line(for progress: Progress, columns: Int, colour: Bool) -> String {
    let title = progress.title.description
    let detail = progress.detail.description
    guard let fraction = progress.fraction, !progress.isLast else {
      return (title + "  " + detail).truncated(toWidth: columns)
    }
    let room = columns - title.displayWidth - detail.displayWidth - 3
    let bar = room >= 6 ? Self.bar(fraction, width: min(room, 24), colour: colour) + "  " : ""
    let text = title + " "
    let left = columns - text.displayWidth - (room >= 6 ? min(room, 24) + 2 : 0)
    return text + bar + detail.truncated(toWidth: max(0, left))
  }

  private static func bar(_ fraction: Double, width: Int, colour: Bool) -> String {
    let halves = Int(max(0, min(1, fraction)) * Double(2 * width))
    let done = String(repeating: "━", count: halves / 2) + (halves % 2 == 1 ? "╸" : "")
    let rest = String(repeating: " ", count: width - (halves + 1) / 2)
    return (colour ? "\u{1B}[32m\(done)\u{1B}[0m" : done) + rest
  }
}
