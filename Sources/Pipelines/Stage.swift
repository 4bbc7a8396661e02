public import PlantData
public import Report

/// One step of a pipeline: takes what flows and leaves it changed.
public protocol Stage: Sendable {
  /// The verb, as it is typed: "expect".
  static var name: String { get }
  /// What it does, as it could be typed: `expect { serial = "unique" }`. Two stages with one text do the same.
  var text: String { get }
  func run(on flow: inout Flow) throws
}

/// A stage that does the same to every part, each by itself.
public protocol TableStage: Stage {
  func apply(to table: Table, quarantine: inout Quarantine) throws -> Table
}

extension TableStage {
  public func run(on flow: inout Flow) throws {
    for i in flow.parts.indices {
      let before = flow.parts[i].table
      let after = try apply(to: before, quarantine: &flow.quarantine)
      flow.parts[i].table = after
      for note in after.notes where !before.notes.contains(note) { flow.notes.append(note) }
    }
  }
}

/// What flows through a pipeline: one table, or the parts a split made of it, and what was refused so far.
public struct Flow: Sendable {
  public struct Part: Sendable {
    /// nil before a split.
    public var name: PartName?
    public var table: Table
  }

  public var parts: [Part]
  public var quarantine: Quarantine
  public var notes: [Text] = []
  /// What `normalize` learned from the training part, by column.
  public var scaling: [String: Scaling] = [:]
  public var batches: BatchOptions?
  /// The column that `split` kept in equal shares.
  public var stratifiedBy: String?

  init(_ table: Table) {
    parts = [Part(name: nil, table: table)]
    quarantine = Quarantine()
  }

  /// Rows in all parts.
  public var rowCount: Int { parts.reduce(0) { $0 + $1.table.rowCount } }

  /// The part to learn from: the training part, or everything before a split.
  var training: Table {
    (parts.first { $0.name == .train } ?? parts[0]).table
  }
}

/// What a part of the data is for.
public enum PartName: String, Sendable, CaseIterable {
  case train, valid, test
}
