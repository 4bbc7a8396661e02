public import Report
public import Sessions

/// Runs the cells of a notebook one after the other in a session, without Jupyter, and keeps what they show.
public struct NotebookRun {
  /// How a run ended: the notebook with its new outputs, and the cell that failed.
  public struct Result {
    public var notebook: Notebook
    /// Counted from 1 over all cells.
    public var failedCell: Int?
    public var fault: Fault?
  }

  private let session: Session
  /// What is told before each cell of code: its number among them, and how many there are.
  public var willRun: (Int, Int) -> Void = { _, _ in }

  public init(in session: Session) { self.session = session }

  /// Runs all cells; the first that fails ends the run, and what was shown so far is kept.
  public func run(_ notebook: Notebook, parameters: String = "") -> Result {
    var result = Result(notebook: notebook)
    let capture = CellCapture(session)
    defer { capture.end() }
    let all = notebook.cells.indices.filter { notebook.cells[$0].kind == .code }
    var keys = CellKeys(parameters: parameters)
    for (number, place) in all.enumerated() {
      guard result.fault == nil else {
        result.notebook.cells[place].forgetRun()
        continue
      }
      willRun(number + 1, all.count)
      let source = notebook.cells[place].source
      let (outputs, fault) = capture.run(source, count: number + 1)
      result.notebook.cells[place].outputs = outputs
      result.notebook.cells[place].executionCount = number + 1
      result.notebook.cells[place].ranKey = keys.next(source)
      if let fault { (result.failedCell, result.fault) = (place + 1, fault) }
    }
    return result
  }
}
