public import Report

/// Which colour a mark takes: the next of the palette, or one with a meaning.
public enum Tone: Sendable, Hashable {
  case series(Int)
  case good, bad, quiet
}

/// Numbers in pairs under one name. A value that is not a number leaves a gap.
public struct Series: Sendable {
  public var name: Text
  public var x: [Double]
  public var y: [Double]
  public var tone: Tone

  public init(_ name: Text = Text(""), x: [Double], y: [Double], tone: Tone = .series(0)) {
    precondition(x.count == y.count, "Series: x and y differ in length")
    self.name = name
    self.x = x
    self.y = y
    self.tone = tone
  }
}

/// A block from `low` to `high` on the horizontal axis, as high as what it counts.
public struct Block: Sendable, Hashable {
  public var low: Double
  public var high: Double
  public var height: Double

  public init(low: Double, high: Double, height: Double) {
    self.low = low
    self.high = high
    self.height = height
  }
}

/// A straight line across the whole figure: a limit, a mean, an operating point.
public struct Rule: Sendable, Hashable {
  public enum Direction: Sendable { case horizontal, vertical }
  public var name: Text
  public var direction: Direction
  public var value: Double
  public var tone: Tone
  public var isDashed: Bool

  public init(
    _ name: Text, _ direction: Direction = .horizontal, at value: Double, tone: Tone = .quiet,
    isDashed: Bool = true
  ) {
    self.name = name
    self.direction = direction
    self.value = value
    self.tone = tone
    self.isDashed = isDashed
  }
}

/// What stands on the plane of a figure.
public enum Mark: Sendable {
  case line(Series)
  case points(Series)
  case blocks([Block], tone: Tone)
  case rule(Rule)
}
