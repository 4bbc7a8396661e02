/// One value as a row-wise source delivers it.
enum RowValue: Equatable {
  case missing
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  /// Microseconds since 1970-01-01 on the source's own clock, whose zone the options may state.
  case time(Int64)
}
