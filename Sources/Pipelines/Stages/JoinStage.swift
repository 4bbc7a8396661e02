public import PlantData

/// The rows with those of another table whose keys are equal.
public struct JoinStage: TableStage {
  public static let name = "join"
  let other: Table
  let keys: [JoinKey]
  let how: JoinKind

  public init(_ other: Table, on keys: [JoinKey], how: JoinKind = .inner) {
    self.other = other
    self.keys = keys
    self.how = how
  }

  public var text: String {
    let options = StageValue.fields(["on": keys.typed, "how": .text(how.rawValue)])
    return "\(JoinStage.name)(\(other.sizeInWords), \(options.typed))"
  }

  public func apply(to table: Table, quarantine: inout Quarantine) throws -> Table {
    try table.join(other, on: keys, how: how)
  }
}

extension [JoinKey] {
  /// The keys as they are typed: `{ serial = "SN" }`.
  var typed: StageValue {
    let isSame = allSatisfy { $0.left == $0.right }
    return isSame
      ? .list(map(\.left))
      : .fields(Dictionary(map { ($0.left, .text($0.right)) }) { first, _ in first })
  }
}

extension Table {
  /// The size that stands for a table in a stage's text: "61 rows x 8 columns".
  var sizeInWords: String { "\(rowCount) rows x \(columns.count) columns" }
}
