public import PlantData

/// Samples brought to a regular step of time: `resample { time = "time", every = 1, by = { "tag" }, how = "mean" }`.
public struct Resample: TableStage {
  public static let name = "resample"
  let time: String
  let every: Double
  let by: [String]
  let how: Resampling

  /// - Parameter every: the step in seconds.
  public init(_ time: String, every: Double, by: [String] = [], how: Resampling) {
    self.time = time
    self.every = every
    self.by = by
    self.how = how
  }

  public var text: String {
    var fields: [String: StageValue] = [
      "time": .text(time), "every": .number(every), "how": .text(how.rawValue),
    ]
    if !by.isEmpty { fields["by"] = .list(by) }
    return stageText(Resample.name, fields)
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.resample(time, every: every, by: by, how: how)
  }
}
