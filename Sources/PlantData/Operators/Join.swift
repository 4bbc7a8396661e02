public import Report

/// Which rows of the left table a join keeps.
public enum JoinKind: String, Sendable, CaseIterable {
  /// Only rows with a match.
  case inner
  /// All rows; without a match the other table's columns are missing.
  case left
  /// Only rows without a match, and no columns of the other table.
  case anti
}

/// A column of the left table and its counterpart in the right one.
public struct JoinKey: Sendable, Hashable {
  public var left: String
  public var right: String

  public init(_ left: String, _ right: String? = nil) {
    self.left = left
    self.right = right ?? left
  }
}

/// How a join went.
public struct JoinReport: Sendable, Hashable {
  /// Rows of the left table that found at least one match, and that found none.
  public var matched: Int
  public var unmatched: Int
  /// Rows of the right table that no left row asked for.
  public var unused: Int
  /// Rows more than the left table had, because keys occur several times in the right one.
  public var multiplied: Int

  public init(matched: Int, unmatched: Int, unused: Int, multiplied: Int) {
    self.matched = matched
    self.unmatched = unmatched
    self.unused = unused
    self.multiplied = multiplied
  }

  public var notes: [Text] {
    var notes: [Text] = []
    if unmatched > 0 {
      notes.append(
        Text(en: "\(unmatched.grouped) rows without a match", zh: "\(unmatched.grouped) 行没有匹配"))
    }
    if multiplied > 0 {
      notes.append(
        Text(
          en: "\(multiplied.grouped) rows more, the key occurs several times",
          zh: "键重复，多出 \(multiplied.grouped) 行"))
    }
    return notes
  }
}
