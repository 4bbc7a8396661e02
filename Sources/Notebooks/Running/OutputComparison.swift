internal import Exchange
public import Report

extension Notebook {
  /// The first output that is not what it was, as a fault; nil when all are the same.
  ///
  /// - Parameter again: the same notebook, run again.
  public func firstDifference(from again: Notebook, file: String) -> Fault? {
    for (number, (old, new)) in zip(cells, again.cells).enumerated() where old.shown != new.shown {
      let place = Place(file: "\(file) cell \(number + 1)")
      let (was, is_) = Notebook.firstLine(old.outputs.map(Notebook.words), new.outputs.map(Notebook.words))
      return Fault(
        .reproduction, en: "the output is another: was \"\(was)\", is \"\(is_)\"",
        zh: "输出不同：原为“\(was)”，现为“\(is_)”", at: place, try: "plantsh notebook run \(file)")
    }
    return nil
  }

  private static func firstLine(_ old: [String], _ new: [String]) -> (String, String) {
    let (a, b) = (lines(old), lines(new))
    let place = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    func line(_ lines: [String]) -> String {
      place < lines.count ? lines[place].truncated(toWidth: 60) : ""
    }
    return (line(a), line(b))
  }

  private static func lines(_ texts: [String]) -> [String] {
    texts.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }
  }

  /// An output as text: what was printed, the words of a value, the words of a fault.
  static func words(_ output: JSON) -> String {
    output["text"]?.multiline ?? output["data"]?["text/plain"]?.multiline ?? output["evalue"]?.string
      ?? output.written()
  }
}

extension Notebook.Cell {
  /// The outputs in the form that a file has them in.
  fileprivate var shown: [JSON] { outputs.map(\.withSplitLines) }
}
