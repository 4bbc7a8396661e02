internal import Exchange
internal import LuaBridge
internal import Report
internal import Sessions

/// Catches what a session shows, cell by cell, until `end`.
struct CellCapture {
  private let session: Session
  private let outputs = CellOutputs()
  private let streams: CapturedStreams?
  private let before: (String) -> Void

  init(_ session: Session) {
    self.session = session
    before = session.output
    let (outputs, surface) = (outputs, session.surface)
    let streams = CapturedStreams([.output]) { _, text in outputs.print(text) }
    self.streams = streams
    session.output = { text in
      streams?.drain()
      outputs.print(text)
    }
    session.interpreter.display = { value in
      let bundle = MIMEBundle(of: value, on: surface)
      guard bundle.json["text/html"] != nil || bundle.json["image/svg+xml"] != nil else { return false }
      streams?.drain()
      outputs.display(bundle)
      return true
    }
    session.clearOutput = { _ in
      streams?.drain()
      outputs.clear()
    }
  }

  /// Runs a cell: what it showed, and its fault.
  func run(_ source: String, count: Int) -> (outputs: [JSON], fault: Fault?) {
    outputs.clear()
    let outcome = session.evaluate(cell: source, name: "cell \(count)")
    streams?.drain()
    if let fault = outcome.fault {
      outputs.fault(fault)
    } else if let bundle = MIMEBundle(of: outcome.values, on: session.surface) {
      outputs.result(bundle, count: count)
    }
    return (outputs.all, outcome.fault)
  }

  /// The session shows again what it showed before.
  func end() {
    session.output = before
    session.interpreter.display = nil
    session.clearOutput = nil
    streams?.end()
  }
}
