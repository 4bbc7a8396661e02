internal import Digest

/// Runs as MLflow's file store keeps them: an experiment for each script, in it a folder for each run with its
/// parameters, metrics, tags and files. MLflow 3.13 and newer open it with `MLFLOW_ALLOW_FILE_STORE=true`, or take
/// it over with `mlflow migrate-filestore`.
public enum MLflowExport {
  /// Writes the runs below a folder. Exported twice, a run stands there once.
  public static func write(_ runs: [RunFolder], to store: String) throws {
    for run in runs {
      let record = try run.record()
      let experiment = try makeExperiment(for: record, in: store)
      try write(run, record, into: experiment)
    }
  }

  private struct Experiment {
    var id: String
    var path: String
  }

  private static func makeExperiment(for record: RunRecord, in store: String) throws -> Experiment {
    let name = Paths.stem(record.script.path)
    let digits = SHA256.hex(Array(name.utf8)).prefix(14)
    let id = "\(UInt64(digits, radix: 16) ?? 1)"
    let path = store + "/" + id
    try WholeFile.makeFolder(path)
    let time = milliseconds(record.startSeconds)
    try writeFields(
      [
        ("artifact_location", uri(path)), ("creation_time", time), ("experiment_id", quoted(id)),
        ("last_update_time", time), ("lifecycle_stage", "active"), ("name", quoted(name)),
      ], to: path)
    return Experiment(id: id, path: path)
  }

  private static func write(_ run: RunFolder, _ record: RunRecord, into experiment: Experiment) throws {
    let id = String(SHA256.hex(Array("\(record.name) \(record.started)".utf8)).prefix(32))
    let folder = experiment.path + "/" + id
    for part in ["params", "metrics", "tags", "artifacts"] { try WholeFile.makeFolder(folder + "/" + part) }
    let start = record.startSeconds
    try writeFields(
      [
        ("artifact_uri", uri(folder + "/artifacts")), ("end_time", milliseconds(start + record.seconds)),
        ("entry_point_name", "''"), ("experiment_id", quoted(experiment.id)), ("lifecycle_stage", "active"),
        ("run_id", id), ("run_name", quoted(record.name)), ("source_name", quoted(record.script.path)),
        ("source_type", "4"), ("source_version", quoted(record.git?.commit ?? "")),
        ("start_time", milliseconds(start)), ("status", status(record.outcome)), ("tags", "[]"),
        ("user_id", quoted(record.machine.host)),
      ], to: folder)
    for (name, value) in record.parameters { try WholeFile.write(value, to: folder + "/params/" + name) }
    try writeMetrics(run.metrics, start: start, seconds: record.seconds, to: folder + "/metrics/")
    for (name, value) in tags(record) { try WholeFile.write(value, to: folder + "/tags/" + name) }
    for name in ["run.json", "log.txt", "script.lua"]
      + record.artifacts.map({ "files/" + Paths.name($0.path) })
    {
      guard let bytes = try? WholeFile.read(run.file(name)) else { continue }
      try WholeFile.write(bytes, to: folder + "/artifacts/" + Paths.name(name))
    }
  }

  /// A file for each metric, a line for each value: time in milliseconds, value, step.
  private static func writeMetrics(_ lines: [MetricLine], start: Double, seconds: Double, to folder: String)
    throws
  {
    var texts: [String: String] = [:]
    for (k, line) in lines.enumerated() {
      let time = milliseconds(start + seconds * Double(k + 1) / Double(lines.count))
      let value =
        line.value.isNaN ? "nan" : line.value.isInfinite ? (line.value < 0 ? "-inf" : "inf") : "\(line.value)"
      texts[line.name, default: ""] += "\(time) \(value) \(line.step)\n"
    }
    for (name, text) in texts { try WholeFile.write(text, to: folder + name) }
  }

  private static func tags(_ record: RunRecord) -> [String: String] {
    var tags = [
      "mlflow.runName": record.name, "mlflow.source.name": record.script.path, "mlflow.source.type": "LOCAL",
      "mlflow.user": record.machine.host, "script_sha256": record.script.sha256, "seed": "\(record.seed)",
      "outcome": record.outcome.rawValue, "plantsh": record.versions["plantsh"] ?? "",
    ]
    if let git = record.git { tags["mlflow.source.git.commit"] = git.commit }
    if let fault = record.fault { tags["fault"] = fault }
    return tags
  }

  private static func status(_ outcome: RunRecord.Outcome) -> String {
    switch outcome {
    case .running: "1"
    case .success: "3"
    case .fault, .missed: "4"
    case .interrupted: "5"
    }
  }

  private static func writeFields(_ fields: [(name: String, value: String)], to folder: String) throws {
    let lines = fields.map { "\($0.name): \($0.value)\n" }
    try WholeFile.write(lines.joined(), to: folder + "/meta.yaml")
  }

  private static func milliseconds(_ seconds: Double) -> String { "\(Int((seconds * 1000).rounded()))" }

  /// A YAML text that is taken as it stands.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private static func uri(_ path: String) -> String {
    quoted("file://" + Paths.absolute(Paths.joined(Paths.workingFolder, path)))
  }
}
