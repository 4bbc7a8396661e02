/// What sums up the rows of a group into one value.
public enum Aggregate: String, Sendable, CaseIterable {
  case count, sum, mean, min, max, std, median, first, last
  case uniqueCount = "n_unique"
}
