internal import Exchange

extension Notebook {
  /// The notebook as a percent script: every cell's text and metadata, without outputs.
  public var percent: String {
    let blocks = cells.map { cell -> String in
      let metadata = cell.metadata.filter { !Notebook.resultKeys.contains($0.key) }
      let marker = CellMarker(kind: cell.kind, metadata: metadata).line
      let text = cell.kind == .code ? cell.source.guarded : Notebook.commented(cell.source)
      return cell.source.isEmpty ? marker : marker + "\n" + text
    }
    return PercentHeader(metadata).text + blocks.joined(separator: "\n\n") + "\n"
  }

  /// What a run or a front end adds to a cell: no part of the source.
  private static let resultKeys: Set = [
    "plantsh", "execution", "ExecuteTime", "collapsed", "scrolled", "trusted", "autoscroll",
  ]

  private static func commented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "--" : "-- " + $0 }
      .joined(separator: "\n")
  }
}

extension String {
  /// Code in which a line would be taken for a cell's marker has that line's `%%` moved behind a `\`.
  fileprivate var guarded: String { mapLines { CellMarker.isMarker($0.unslashed) ? $0.slashed : $0 } }

  /// Code as it was before it was guarded.
  var unguarded: String {
    mapLines { $0 != $0.unslashed && CellMarker.isMarker($0.unslashed) ? $0.unslashedOnce : $0 }
  }

  /// Changes the lines that stand in no long text.
  private func mapLines(_ change: (Substring) -> Substring) -> String {
    guard contains("%%") else { return self }
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    var longString = LongStrings()
    return lines.enumerated().map { place, line in
      defer { longString.read(line, before: lines[(place + 1)...]) }
      return longString.isOpen ? line : change(line)
    }.joined(separator: "\n")
  }
}

extension Substring {
  fileprivate var slashed: Substring { Substring(replacing("%%", with: "\\%%", maxReplacements: 1)) }

  fileprivate var unslashedOnce: Substring { Substring(replacing("\\%%", with: "%%", maxReplacements: 1)) }

  fileprivate var unslashed: Substring {
    var line = self
    while line.contains("\\%%") { line = line.unslashedOnce }
    return line
  }
}
