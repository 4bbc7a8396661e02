public import Exchange
internal import Report

/// A line of metrics.jsonl: a figure that a run reached, with the step at which it did.
///
///     {"name":"train_loss","step":3,"value":0.2139}
public struct MetricLine: Sendable, Equatable {
  public var name: String
  public var step: Int
  public var value: Double
  /// False for what depends on the clock.
  public var isExact = true

  public init(_ name: String, _ value: Double, step: Int, isExact: Bool = true) {
    (self.name, self.value, self.step, self.isExact) = (name, value, step, isExact)
  }

  public var json: JSON {
    var members: [String: JSON] = ["name": .string(name), "step": .int(step), "value": JSON(figure: value)]
    if !isExact { members["exact"] = .bool(false) }
    return .object(members)
  }

  public init?(_ json: JSON) {
    guard let name = json["name"]?.string, let step = json["step"]?.int,
      let value = json["value"].flatMap(\.figure)
    else { return nil }
    self.init(name, value, step: step, isExact: json["exact"]?.bool ?? true)
  }

  /// The lines of a file; one that is none (cut off in the middle) is passed over.
  public static func read(_ bytes: [UInt8]) -> [MetricLine] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { JSON(parsing: $0).flatMap(MetricLine.init) }
  }

  /// The same number, bit for bit; two that are no numbers are the same.
  public func isSame(as other: MetricLine) -> Bool {
    value.bitPattern == other.value.bitPattern || value.isNaN && other.value.isNaN
  }
}

/// Steps of one metric never go back: a second training goes on counting where the first ended.
struct StepCounter {
  private var last: [String: (given: Int?, step: Int, offset: Int)] = [:]

  mutating func step(for metric: Metric) -> Int {
    let before = last[metric.name]
    guard let given = metric.step else {
      let step = (before?.step ?? 0) + 1
      last[metric.name] = (nil, step, before?.offset ?? 0)
      return step
    }
    var offset = before?.offset ?? 0
    if let before, given <= before.given ?? before.step { offset = before.step }
    last[metric.name] = (given, given + offset, offset)
    return given + offset
  }
}

extension JSON {
  /// A figure: numbers that JSON does not have stand as "nan", "inf", "-inf".
  public init(figure: Double) {
    self = figure.isFinite ? .double(figure) : .string(figure.isNaN ? "nan" : figure < 0 ? "-inf" : "inf")
  }

  public var figure: Double? {
    switch self {
    case .string("nan"): .nan
    case .string("inf"): .infinity
    case .string("-inf"): -.infinity
    default: double
    }
  }
}
