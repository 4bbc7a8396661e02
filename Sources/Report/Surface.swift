/// Where a value is shown: how wide, how high, and with what means.
public struct Surface: Sendable, Equatable {
  public var columns: Int
  public var rows: Int
  public var colour: Bool
  /// No cursor motion, no colour, no drawing: words only (`--plain`, a dumb terminal, a screen reader).
  public var plain: Bool
  /// A terminal stands behind it, that can be asked what it can do.
  public var isTerminal: Bool
  /// No figures that depend on the clock: what is shown is compared with what was shown another day.
  public var timeless = false

  public init(
    columns: Int = 80, rows: Int = 24, colour: Bool = false, plain: Bool = false, isTerminal: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.colour = colour
    self.plain = plain
    self.isTerminal = isTerminal
  }
}
