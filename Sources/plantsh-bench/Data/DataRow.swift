/// One operation on a plant's data: its least time of a few runs, and a figure that every engine must come to.
final class DataRow: CheckedRow {
  let heading: Heading
  private(set) var check = ""
  private let prepare: () throws -> Void
  private let body: () throws -> String

  /// - Parameters:
  ///   - prepare: what must be there before the clock starts
  ///   - body: the operation; gives what it is checked by
  init(
    _ row: String, after prepare: @escaping () throws -> Void = {}, _ body: @escaping () throws -> String
  ) {
    heading = Heading(
      row: row, unit: "s", must: .ratio(1.5), hope: .ratio(3), againstBest: true, follows: true)
    self.prepare = prepare
    self.body = body
  }

  func measure(_ peer: String?) throws -> Double {
    try prepare()
    var least = Double.infinity, sum = 0.0, runs = 0
    while runs < 2 || sum < 0.3 {
      let time = try seconds { check = try body() }
      least = min(least, time)
      sum += time
      runs += 1
    }
    return least
  }
}
