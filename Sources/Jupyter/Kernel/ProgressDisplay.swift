internal import Exchange
internal import Report
internal import Synchronization

/// Long work as a bar in the notebook that moves in its place.
final class ProgressDisplay: Sendable {
  private struct State {
    var id: String?
    var shown = ContinuousClock.now - .seconds(1)
  }

  private let state = Mutex(State())
  private let publisher: Publisher

  init(_ publisher: Publisher) { self.publisher = publisher }

  func show(_ progress: Progress) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard progress.isLast || now - state.shown >= .milliseconds(100) else { return }
      state.shown = now
      let isNew = state.id == nil
      let id = state.id ?? Message.newID()
      state.id = progress.isLast ? nil : id
      publisher.publish(isNew ? "display_data" : "update_display_data", ProgressDisplay.content(progress, id))
    }
  }

  /// The next work has a bar of its own.
  func end() { state.withLock { $0.id = nil } }

  private static func content(_ progress: Progress, _ id: String) -> JSON {
    let words = [progress.title.description, progress.detail.description].filter { !$0.isEmpty }
      .joined(separator: "  ")
    let plain = words.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let bar = progress.fraction.map { "<progress max=\"1\" value=\"\($0.fixed(4))\"></progress> " } ?? ""
    return .object([
      "data": .object([
        "text/plain": .string(words),
        "text/html": .string("<div>\(progress.isLast ? "" : bar)\(plain)</div>"),
      ]), "metadata": .object([:]), "transient": .object(["display_id": .string(id)]),
    ])
  }
}
