internal import Glibc
public import PlantData
public import Report
internal import Synchronization

/// Stages one after the other. A pipeline is a value: adding a stage gives another pipeline.
///
///     let clean = Pipeline("line 3")
///       .adding(try Expect(["speed": ["2 .. 20 m/s"]]))
///       .adding(try Split(shares: [.train: 0.7, .valid: 0.15, .test: 0.15], by: ["coil"], seed: 7))
///     let parts = try clean.run(units)
///     parts.train?.rowCount
public final class Pipeline: Sendable {
  public let name: String
  public let stages: [any Stage]
  private let last = Mutex<[StageRecord]?>(nil)

  public init(_ name: String, _ stages: [any Stage] = []) {
    self.name = name
    self.stages = stages
  }

  /// The same stages and one more.
  public func adding(_ stage: any Stage) -> Pipeline { Pipeline(name, stages + [stage]) }

  /// The pipeline as text: its name and a line for each stage. The same text means the same work.
  public var text: String {
    (["pipeline \"\(name)\""] + stages.map { "  :" + $0.text }).joined(separator: "\n")
  }

  /// A number that follows from the text alone, the same on every machine (FNV-1a, 64 bits), for lineage.
  public var fingerprint: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Runs all stages.
  ///
  /// - Throws: the fault of the stage that could not do its work, with the stage's name in its details.
  public func run(_ table: Table) throws -> Parts {
    var flow = Flow(table)
    var steps: [StageRecord] = []
    for stage in stages {
      try Interruption.check()
      let rowsIn = flow.rowCount, refusedBefore = flow.quarantine.count
      let start = Pipeline.seconds()
      do {
        try stage.run(on: &flow)
      } catch var fault as Fault {
        fault.details.append("pipeline \"\(name)\" :\(stage.text)")
        throw fault
      }
      steps.append(
        StageRecord(
          text: stage.text, rowsIn: rowsIn, rowsOut: flow.rowCount,
          quarantined: flow.quarantine.count - refusedBefore, seconds: Pipeline.seconds() - start))
    }
    let record = steps
    last.withLock { $0 = record }
    return Parts(pipeline: self, flow: flow, steps: steps)
  }

  /// The last run, one row for each stage.
  ///
  /// - Throws: `Fault` (usage) when the pipeline has not run yet.
  public func explain() throws -> Table {
    guard let steps = last.withLock({ $0 }) else {
      throw Fault(
        .usage, en: "the pipeline has not run yet; call it with a table first", zh: "处理流程还没有运行；请先用数据表调用它")
    }
    return try StageRecord.table(steps)
  }

  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

extension Pipeline: Hashable {
  public static func == (a: Pipeline, b: Pipeline) -> Bool { a.text == b.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Pipeline: Displayable {
  public func text(on surface: Surface) -> String { text }
}

/// What one stage did in one run.
public struct StageRecord: Sendable {
  public var text: String
  public var rowsIn: Int
  public var rowsOut: Int
  public var quarantined: Int
  public var seconds: Double
}

extension StageRecord {
  /// One row for each stage: rows in, rows out, rows refused and time spent.
  static func table(_ steps: [StageRecord]) throws -> Table {
    try Table([
      Column("stage", steps.map { .text($0.text) }),
      Column("rows_in", steps.map { .int64(Int64($0.rowsIn)) }),
      Column("rows_out", steps.map { .int64(Int64($0.rowsOut)) }),
      Column("quarantined", steps.map { .int64(Int64($0.quarantined)) }),
      Column("time", steps.map { .float64(($0.seconds * 1e5).rounded() / 100) }, unit: Unit("ms")),
    ])
  }
}
