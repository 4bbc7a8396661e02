/// Runs as TensorBoard reads them: a folder for each with a file of events.
public enum TensorBoardExport {
  /// Writes the runs below a folder; gives the paths of the files.
  @discardableResult
  public static func write(_ runs: [RunFolder], to folder: String) throws -> [String] {
    try runs.map { run in
      let record = try run.record()
      let start = record.startSeconds
      var events = EventFile(at: start)
      let lines = run.metrics
      for (k, line) in lines.enumerated() {
        // Only the whole run's length is known: its figures stand at even distances.
        let share = Double(k + 1) / Double(max(1, lines.count))
        events.add(line.name, line.value, step: line.step, at: start + record.seconds * share)
      }
      let own = folder + "/" + run.name
      try WholeFile.makeFolder(own)
      let path = "\(own)/events.out.tfevents.\(Int(start)).\(record.machine.host)"
      try WholeFile.write(events.bytes, to: path)
      return path
    }
  }
}
