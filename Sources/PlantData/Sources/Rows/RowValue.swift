/// One value as a row-wise source delivers it.
enum RowValue: Equatable {
  case missing
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
}
