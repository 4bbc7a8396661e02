public import PlantData

/// Values for what is missing: the last one before, a constant, or the mean of the training part.
public struct Fill: Stage {
  public static let name = "fill"
  let columns: [String]
  let filling: Filling
  let by: [String]

  public init(_ columns: [String], with filling: Filling, by: [String] = []) {
    self.columns = columns
    self.filling = filling
    self.by = by
  }

  public var text: String {
    var fields: [String: StageValue] = ["columns": .list(columns)]
    if !by.isEmpty { fields["by"] = .list(by) }
    switch filling {
    case .forward(let limit):
      fields["how"] = .text("forward")
      fields["limit"] = limit.map { .number(Double($0)) }
    case .constant(let cell): fields["value"] = .text(cell.words)
    case .mean: fields["how"] = .text("mean")
    }
    return stageText(Fill.name, fields)
  }

  public func run(on flow: inout Flow) throws {
    let training = flow.training
    for i in flow.parts.indices {
      var table = flow.parts[i].table
      for name in columns {
        table = try table.fill([name], with: filling(for: name, training: training), by: by)
        flow.notes += table.notes
      }
      flow.parts[i].table = table.noting([])
    }
  }

  /// The mean is the training part's, so that nothing of the test part leaks into it.
  private func filling(for name: String, training: Table) throws -> Filling {
    guard case .mean = filling, by.isEmpty, let scale = Scaling(try training.column(name)) else {
      return filling
    }
    return .constant(.float64(scale.mean))
  }
}
