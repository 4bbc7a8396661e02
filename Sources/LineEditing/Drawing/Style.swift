/// How a piece of an entry or of the lines under it is drawn.
public enum Style: Sendable {
  case plain, prompt, keyword, string, number, comment, function, wrong, dim, selected

  /// The terminal's code (ECMA-48, SGR); without colour only what is no colour stays.
  func code(colour: Bool) -> String {
    switch self {
    case .plain: ""
    case .dim: "2"
    case .selected: "7"
    case .comment: colour ? "2" : ""
    case .prompt: colour ? "1;34" : ""
    case .keyword: colour ? "35" : ""
    case .string: colour ? "32" : ""
    case .number: colour ? "36" : ""
    case .function: colour ? "34" : ""
    case .wrong: colour ? "31" : ""
    }
  }
}

/// A part of an entry that is drawn in one style. Positions count Unicode scalars.
public struct StyledRange: Sendable, Equatable {
  public var range: Range<Int>
  public var style: Style

  public init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
