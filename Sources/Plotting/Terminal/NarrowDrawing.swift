internal import Report

extension String {
  /// The drawing for a terminal that gives the lines and blocks of a drawing two columns: with signs of ASCII in their
  /// place, so that what stands in a row keeps its place.
  var drawnNarrow: String {
    guard AmbiguousWidth.columns == 2 else { return self }
    return String(map { signs[$0] ?? $0 })
  }
}

private let signs: [Character: Character] = [
  "│": "|", "┤": "+", "├": "+", "┬": "+", "└": "+", "─": "-", "━": "-", "█": "#", "▇": "#", "▆": "#",
  "▅": "#",
  "▄": ".", "▃": ".", "▂": ".", "▁": ".", "▒": "=", "▀": "'",
  "▏": ".", "▎": ".", "▍": ".", "▌": "#", "▋": "#", "▊": "#", "▉": "#",
]
