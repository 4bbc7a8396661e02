/// A word of an expression and where it stands, in Unicode scalars from the start.
struct Token: Equatable {
  enum Kind: Equatable {
    case integer(Int64)
    case number(Double)
    case text(String)
    /// A bare name: a column, a function, or `col`.
    case name(String)
    /// A name in backquotes: a column, whatever its letters.
    case quotedName(String)
    case symbol(String)
    case end
  }

  var kind: Kind
  var range: Range<Int>
}
