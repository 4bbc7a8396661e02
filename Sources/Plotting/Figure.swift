public import Report

/// A picture of data: what is shown and how its axes are called, free of any way to draw it.
///
/// The same figure becomes characters in a terminal, an SVG document in a report and a sentence where
/// nothing can be drawn.
///
///     Figure.histogram([11.2, 11.4, 11.9, 12.4], title: Text("speed"), unit: "m/s")
public final class Figure: Sendable {
  public let title: Text
  /// A line under the title: how many, what was left out.
  public let note: Text
  public let x: Axis
  public let y: Axis
  public let content: Content

  /// What a figure shows.
  public enum Content: Sendable {
    /// Marks over two scales of numbers or times.
    case plane([Mark])
    /// One labelled row for each category, over a scale of numbers: bars, boxes.
    case rows([Row])
    /// A matrix of cells, shaded by value.
    case cells(Cells)
  }

  public init(title: Text, note: Text = Text(""), x: Axis, y: Axis, content: Content) {
    self.title = title
    self.note = note
    self.x = x
    self.y = y
    self.content = content
  }

  /// The same figure under another title.
  public func titled(_ title: Text) -> Figure {
    Figure(title: title, note: note, x: x, y: y, content: content)
  }
}
