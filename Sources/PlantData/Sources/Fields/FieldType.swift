/// What the fields of a column stand for.
public enum FieldType: String, CaseIterable, Sendable {
  case bool, int, float, text
  case time
  case epochSeconds = "epoch s"
  case epochMilliseconds = "epoch ms"
}
