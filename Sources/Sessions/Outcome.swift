public import Report

/// What an entry came to.
public struct Outcome {
  /// The values of an expression; empty for a statement.
  public var values: [any Displayable]
  public var fault: Fault?
  public var duration: Duration

  /// The values as a prompt shows them: one after the other; a single nil is not shown.
  public func text(on surface: Surface) -> String {
    let shown = values.map { $0.text(on: surface) }
    return shown == ["nil"] ? "" : shown.joined(separator: shown.contains { $0.contains("\n") } ? "\n" : "\t")
  }
}
