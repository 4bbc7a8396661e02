/// A value that shows itself: as text in a terminal, as HTML and SVG in a notebook or a report.
public protocol Displayable {
  /// The value within the surface's width; never a flood.
  func text(on surface: Surface) -> String
  /// A self-contained HTML fragment, or nil when the text says it all.
  var html: String? { get }
  /// A self-contained SVG document, or nil when the value is no picture.
  var svg: String? { get }
}

extension Displayable {
  public var html: String? { nil }
  public var svg: String? { nil }
}
