internal import Digest
internal import Exchange

/// What the outputs of a cell hang on: its text, that of all cells before it, and the parameters. As long as the
/// key stays, the outputs are those of this notebook run from the top.
struct CellKeys {
  private var before: String

  init(parameters: String) { before = parameters }

  /// The key of the next cell of code.
  mutating func next(_ source: String) -> String {
    before = String(SHA256.hex(Array((before + "\n" + source).utf8)).prefix(16))
    return before
  }
}

extension Notebook {
  /// What a reader may think of a cell's outputs.
  public enum Standing: Sendable, Equatable {
    /// They are what this text gave, run from the top.
    case current
    /// The text, or that of a cell before, changed since; or cells were run out of order.
    case stale
    case neverRun
  }

  /// The standing of each cell; nil for text.
  public var standings: [Standing?] {
    var keys = CellKeys(parameters: runParameters)
    var lastCount = 0
    var inOrder = true
    return cells.map { cell in
      guard cell.kind == .code else { return nil }
      let key = keys.next(cell.source)
      guard let count = cell.executionCount else {
        inOrder = false
        return cell.outputs.isEmpty ? .neverRun : .stale
      }
      defer { lastCount = max(lastCount, count) }
      if let ran = cell.ranKey { return ran == key ? .current : .stale }
      // Run by Jupyter: in order from the top, or not.
      if count != lastCount + 1 { inOrder = false }
      return inOrder ? .current : .stale
    }
  }

  /// The parameters of the last run, as one text.
  public var runParameters: String {
    get { metadata["plantsh"]?["parameters"]?.string ?? "" }
    set { metadata["plantsh"] = newValue.isEmpty ? nil : .object(["parameters": .string(newValue)]) }
  }

  /// The notebook without outputs and all that a run left in it.
  public func stripped() -> Notebook {
    var copy = self
    copy.metadata["plantsh"] = nil
    for k in copy.cells.indices where copy.cells[k].kind == .code {
      copy.cells[k].outputs = []
      copy.cells[k].forgetRun()
    }
    return copy
  }
}

extension Notebook.Cell {
  /// The key with which the cell ran last.
  var ranKey: String? {
    get { metadata["plantsh"]?["ran"]?.string }
    set { metadata["plantsh"] = newValue.map { .object(["ran": .string($0)]) } }
  }

  mutating func forgetRun() {
    executionCount = nil
    ranKey = nil
    metadata["execution"] = nil
  }
}
