public import PlantData
internal import Report

/// What standardises a column: mean and standard deviation of the training part.
public struct Scaling: Sendable, Hashable, CustomStringConvertible {
  public var mean: Double
  public var deviation: Double

  public init(mean: Double, deviation: Double) {
    self.mean = mean
    self.deviation = deviation
  }

  /// From the values of a column; a column that never changes keeps the deviation 1. nil without values.
  public init?(_ column: Column) {
    guard let numbers = column.numbers else { return nil }
    let rows = column.presentRows
    guard !rows.isEmpty else { return nil }
    let mean = rows.reduce(0) { $0 + numbers[$1] } / Double(rows.count)
    let squares = rows.reduce(0) { $0 + (numbers[$1] - mean) * (numbers[$1] - mean) }
    let deviation = (squares / Double(rows.count)).squareRoot()
    self.init(mean: mean, deviation: deviation > 0 ? deviation : 1)
  }

  public func callAsFunction(_ value: Double) -> Double { (value - mean) / deviation }

  public var description: String { "mean \(mean.significant(6)), std \(deviation.significant(6))" }
}

/// Columns with mean 0 and standard deviation 1 in the training part; the same numbers scale the other parts.
///
///     normalize { "speed", "temperature" }
public struct Normalize: Stage {
  public static let name = "normalize"
  let columns: [String]

  public init(_ columns: [String]) { self.columns = columns }

  public var text: String { "\(Normalize.name) \(StageValue.list(columns).typed)" }

  public func run(on flow: inout Flow) throws {
    for name in columns {
      guard let scale = Scaling(try flow.training.column(name)) else {
        throw Fault(
          .type, en: "no numbers to normalize in the training part", zh: "训练部分没有可归一化的数值",
          at: Place(column: name))
      }
      flow.scaling[name] = scale
      for i in flow.parts.indices {
        let column = try flow.parts[i].table.column(name)
        let values = Buffer<Double>((column.numbers ?? []).map { scale($0) })
        flow.parts[i].table = try flow.parts[i].table.with(
          Column(name, .float64(values), validity: column.validity))
      }
    }
  }
}
