internal import Digest
internal import Exchange
internal import Glibc
public import Report
internal import Synchronization

/// Keeps the record of one run while it runs: its folder grows line by line, so that a run that is killed still
/// has its metrics and its log.
public final class RunRecorder: Sendable {
  /// What is known before a run starts.
  public struct Start: Sendable {
    public var script: String
    public var text: String
    public var name: String?
    public var versions: [String: String]
    public var machine: Machine
    public var reproduces: String?

    public init(
      script: String, text: String, name: String? = nil, versions: [String: String], machine: Machine,
      reproduces: String? = nil
    ) {
      (self.script, self.text, self.name) = (script, text, name)
      (self.versions, self.machine, self.reproduces) = (versions, machine, reproduces)
    }
  }

  private struct State {
    var record: RunRecord
    var steps = StepCounter()
    /// False once the disk did not take a line.
    var isWhole = true
  }

  public let folder: RunFolder
  private let ledger: DataLedger
  private let moment = Moment.now
  private let state: Mutex<State>
  private let log: Int32
  private let metrics: Int32

  /// Makes the run's folder with a copy of the script, and a record that says it is running.
  ///
  /// - Parameter ledger: what notes the files that are read and written.
  public init(
    _ start: Start, in runs: String, ledger: DataLedger, arguments: [String], parameters: [String: String],
    seed: Int
  ) throws {
    self.ledger = ledger
    let word = (start.name ?? Paths.stem(start.script)).map {
      $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-"
    }
    folder = try RunFolder.make(in: runs, at: moment, for: String(word.prefix(60)))
    let bytes = Array(start.text.utf8)
    let here = Paths.workingFolder
    let script = DataFile(
      path: Paths.relative(start.script, to: here), sha256: SHA256.hex(bytes), bytes: bytes.count)
    let record = RunRecord(
      name: folder.name, script: script, folder: here, arguments: arguments, parameters: parameters,
      seed: seed, versions: start.versions,
      machine: start.machine, git: GitState(of: here), started: moment.text, reproduces: start.reproduces)
    state = Mutex(State(record: record))
    try WholeFile.write(bytes, to: folder.file("script.lua"))
    log = try RunRecorder.opened(folder.file("log.txt"))
    metrics = try RunRecorder.opened(folder.file("metrics.jsonl"))
    try WholeFile.write(record.json.written(indent: 1) + "\n", to: folder.file("run.json"))
  }

  deinit {
    close(log)
    close(metrics)
  }

  private static func opened(_ path: String) throws -> Int32 {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw WholeFile.fault(path) }
    return file
  }

  public func note(_ metric: Metric) {
    state.withLock { state in
      let line = MetricLine(
        metric.name, metric.value, step: state.steps.step(for: metric), isExact: metric.isExact)
      state.record.metrics[metric.name] = metric.value
      put(line.json.written() + "\n", into: metrics, &state)
    }
  }

  /// Adds to the log what the user was shown.
  public func log(_ text: String) { state.withLock { put(text, into: log, &$0) } }

  private func put(_ text: String, into file: Int32, _ state: inout State) {
    var text = text
    let count = text.utf8.count
    if text.withUTF8({ write(file, $0.baseAddress, $0.count) }) != count { state.isWhole = false }
  }

  /// The last word on the run: copies what it wrote and completes `run.json`.
  ///
  /// - Throws: a fault when the folder could not take it all.
  @discardableResult
  public func finish(
    _ outcome: RunRecord.Outcome, fault: Fault?, parameters: [String: String], seed: Int
  ) throws -> RunRecord {
    var (record, isWhole) = state.withLock { ($0.record, $0.isWhole) }
    record.seconds = (moment.secondsSince * 1000).rounded() / 1000
    (record.outcome, record.fault) = (outcome, fault?.in(.en))
    (record.parameters, record.seed) = (parameters, seed)
    record.data = try ledger.filesRead()
    record.artifacts = try ledger.filesWritten()
    let lines = record.data.map { $0.json.written() + "\n" }.joined()
    try WholeFile.write(lines, to: folder.file("data.jsonl"))
    for artifact in record.artifacts {
      isWhole =
        RunRecorder.copy(artifact.path, to: folder.file("files/" + Paths.name(artifact.path))) && isWhole
    }
    try WholeFile.write(record.json.written(indent: 1) + "\n", to: folder.file("run.json"))
    guard isWhole else {
      throw Fault(
        .file, en: "the disk did not take all of the run", zh: "磁盘未能保存完整的运行记录",
        at: Place(file: folder.path))
    }
    return record
  }

  private static func copy(_ path: String, to copy: String) -> Bool {
    guard let bytes = try? WholeFile.read(path) else { return false }
    mkdir(String(copy.prefix { $0 != "\0" }.split(separator: "/").dropLast().joined(separator: "/")), 0o755)
    return (try? WholeFile.write(bytes, to: copy)) != nil
  }
}
