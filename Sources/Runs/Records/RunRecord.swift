public import Exchange

/// What a run was and came to: `run.json`.
public struct RunRecord: Sendable, Equatable {
  public enum Outcome: String, Sendable, CaseIterable { case running, success, fault, missed, interrupted }

  public var name: String
  /// The script's path, seen from the folder that the run ran in, and the digest of its text.
  public var script: DataFile
  /// The folder that it ran in.
  public var folder: String
  /// Words of the command line that are no parameters.
  public var arguments: [String]
  public var parameters: [String: String]
  public var seed: Int
  /// The files of data that were read.
  public var data: [DataFile] = []
  /// The files that were written; copies of them lie in the run's folder.
  public var artifacts: [DataFile] = []
  public var versions: [String: String]
  public var machine: Machine
  public var git: GitState?
  /// When it started, in the machine's time: `2026-11-25T14:24:40+08:00`.
  public var started: String
  public var seconds = 0.0
  public var outcome = Outcome.running
  /// The fault in words, when there was one.
  public var fault: String?
  /// The last value of each metric.
  public var metrics: [String: Double] = [:]
  /// The run that this one reproduces.
  public var reproduces: String?
}

extension RunRecord {
  static let format = 1

  /// Files are listed one by one up to this number; `data.jsonl` beside it lists all.
  private static let listed = 40

  public var json: JSON {
    var members: [String: JSON] = [
      "format": .int(RunRecord.format), "name": .string(name), "script": script.json,
      "folder": .string(folder), "arguments": .array(arguments.map(JSON.string)),
      "parameters": .object(parameters.mapValues(JSON.string)), "seed": .int(seed),
      "data": .array(data.prefix(RunRecord.listed).map(\.json)), "data_files": .int(data.count),
      "artifacts": .array(artifacts.map(\.json)), "versions": .object(versions.mapValues(JSON.string)),
      "machine": machine.json, "git": git?.json ?? .null, "started": .string(started),
      "seconds": .double(seconds), "outcome": .string(outcome.rawValue),
      "metrics": .object(metrics.mapValues(JSON.init(figure:))),
    ]
    if let fault { members["fault"] = .string(fault) }
    if let reproduces { members["reproduces"] = .string(reproduces) }
    return .object(members)
  }

  /// nil when the JSON is no run, or one of a newer format.
  public init?(_ json: JSON) {
    guard let format = json["format"]?.int, format <= RunRecord.format, let name = json["name"]?.string,
      let script = json["script"].flatMap(DataFile.init), let seed = json["seed"]?.int,
      let machine = json["machine"].flatMap(Machine.init), let started = json["started"]?.string
    else { return nil }
    self.name = name
    self.script = script
    self.seed = seed
    self.machine = machine
    self.started = started
    folder = json["folder"]?.string ?? "."
    arguments = json["arguments"]?.strings ?? []
    parameters = RunRecord.texts(json["parameters"])
    versions = RunRecord.texts(json["versions"])
    data = (json["data"]?.array ?? []).compactMap(DataFile.init)
    artifacts = (json["artifacts"]?.array ?? []).compactMap(DataFile.init)
    git = json["git"].flatMap(GitState.init)
    seconds = json["seconds"]?.double ?? 0
    outcome = json["outcome"]?.string.flatMap(Outcome.init) ?? .running
    fault = json["fault"]?.string
    reproduces = json["reproduces"]?.string
    if case .object(let members)? = json["metrics"] { metrics = members.compactMapValues(\.figure) }
  }

  private static func texts(_ json: JSON?) -> [String: String] {
    guard case .object(let members)? = json else { return [:] }
    return members.compactMapValues(\.string)
  }
}
