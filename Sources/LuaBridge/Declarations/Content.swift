/// What stands in a text that a parameter takes: for completion.
public enum Content: Sendable, Hashable {
  /// The name of a column of the table at hand.
  case column
  /// An expression over columns of the table at hand.
  case expression
  /// A file whose name ends in one of these words; any file where there is none.
  case file([String])

  /// A file whose name ends in one of these words: `.file("csv", "tsv")`.
  public static func file(_ endings: String...) -> Content { .file(endings) }
}
