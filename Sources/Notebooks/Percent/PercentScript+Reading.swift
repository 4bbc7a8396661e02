internal import Exchange
internal import Report

extension Notebook {
  /// Reads a percent script: a Lua script whose comments `-- %%` begin cells. What stands before the first of them
  /// is a cell of code.
  ///
  /// - Throws: a fault when the script's header cannot be read.
  public init(percent text: String, file: String) throws {
    self.init()
    var lines = Substring(text.replacing("\r\n", with: "\n")).split(
      separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let header = try PercentHeader(lines, file: file)
    metadata = header.metadata
    lines.removeFirst(header.lineCount)
    var marker: CellMarker?
    var body: [Substring] = []
    var longString = LongStrings()
    func cell() -> Cell? {
      guard let marker else {
        let blank = body.allSatisfy { $0.allSatisfy(\.isWhitespace) }
        return blank ? nil : Cell(.code, Notebook.text(of: body, .code))
      }
      return Cell(marker.kind, Notebook.text(of: body, marker.kind), metadata: marker.metadata)
    }
    for (place, line) in lines.enumerated() {
      if !longString.isOpen, CellMarker.isMarker(line) {
        if let cell = cell() { cells.append(cell) }
        (marker, body) = (CellMarker(line), [])
      } else {
        longString.read(line, before: lines[(place + 1)...])
        body.append(line)
      }
    }
    if let cell = cell() { cells.append(cell) }
    nameCells()
  }

  /// The text between two markers: without the empty lines at its end, and without `--` where it is no code.
  private static func text(of lines: [Substring], _ kind: Cell.Kind) -> String {
    var lines = lines
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard kind != .code else { return lines.joined(separator: "\n").unguarded }
    return lines.map { line in
      line.hasPrefix("-- ") ? line.dropFirst(3) : line.hasPrefix("--") ? line.dropFirst(2) : line
    }.joined(separator: "\n")
  }
}
