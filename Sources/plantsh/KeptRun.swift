internal import Glibc
internal import Report
internal import Runs
internal import Sessions
internal import Synchronization

/// A script that ran to its end, and the record of it.
struct KeptRun {
  let folder: RunFolder
  let record: RunRecord
  let fault: Fault?

  /// Runs the script in a session of its own.
  ///
  /// - Parameter isQuiet: what it prints goes to the log alone.
  init(
    _ start: RunRecorder.Start, in runs: String, arguments: [String], options: Options, isQuiet: Bool = false
  ) throws {
    let sitting = Sitting(on: options.surface)
    let session = sitting.session
    let given = Dictionary(
      arguments.compactMap { Session.parameter($0).map { ($0.name, $0.value) } }, uniquingKeysWith: { $1 })
    let recorder = try RunRecorder(
      start, in: runs, ledger: sitting.ledger, arguments: arguments.filter { Session.parameter($0) == nil },
      parameters: given, seed: session.seed)
    Metric.watch { [weak recorder] in recorder?.note($0) }
    let show = session.output
    session.output = { text in
      recorder.log(text)
      if !isQuiet { show(text) }
    }
    Departure.prepare { status in
      _ = try? recorder.finish(
        status == 0 ? .success : .fault, fault: nil, parameters: session.parametersUsed, seed: session.seed)
    }
    let outcome = session.run(script: start.text, file: start.script, arguments: arguments)
    Departure.prepare(nil)
    Metric.watch(nil)
    sitting.progress.clear()
    if let fault = outcome.fault {
      recorder.log(([fault.in(.en)] + fault.details).joined(separator: "\n") + "\n")
    }
    Interruption.clear()
    fault = outcome.fault
    folder = recorder.folder
    record = try recorder.finish(
      .init(fault), fault: fault,
      parameters: given.filter { $0.key != "seed" }.merging(session.parametersUsed) { $1 }, seed: session.seed
    )
  }

  /// Says where the run is kept; the fault is thrown on.
  func complete() throws {
    complain(Text(en: "kept as \(folder.path)\n", zh: "运行已保存为 \(folder.path)\n").description)
    if let fault { throw fault }
  }
}

extension RunRecord.Outcome {
  init(_ fault: Fault?) {
    switch fault?.code {
    case nil: self = .success
    case .interrupted: self = .interrupted
    case .requirement: self = .missed
    default: self = .fault
    }
  }
}

/// What is still to be done when a script leaves the process by `os.exit`: it runs on the thread that leaves.
enum Departure {
  private final class Work: @unchecked Sendable {
    let body: (Int32) -> Void

    init(_ body: @escaping (Int32) -> Void) { self.body = body }
  }

  private static let waiting = Mutex<Work?>(nil)
  private static let isConnected: Void = { _ = on_exit({ status, _ in Departure.leave(status) }, nil) }()

  static func prepare(_ body: ((Int32) -> Void)?) {
    _ = isConnected
    let work = body.map(Work.init)
    waiting.withLock { $0 = work }
  }

  private static func leave(_ status: Int32) {
    let work = waiting.withLock { waiting -> Work? in
      defer { waiting = nil }
      return waiting
    }
    work?.body(status)
  }
}
