internal import Exchange

/// One line of a table: something whose speed or size is measured, again and again, beside its peers.
protocol Row: AnyObject {
  var heading: Heading { get }
  /// One figure, in the heading's unit: ours, or that of one of the peers that run in our process.
  func measure(_ peer: String?) throws -> Double
}

extension Row {
  func measured() throws -> JSON {
    .object(["row": .string(heading.row), "unit": .string(heading.unit), "value": .double(try measure(nil))])
  }
}

/// A row whose peers start from our weights and numbers, and must come to the same results.
protocol SharedRow: Row {
  /// Writes what the peers start from, and what we make of it, into files of `folder`.
  func handOver(to folder: String) throws
}

/// A row whose result every peer must come to as well.
protocol CheckedRow: Row {
  /// What the last measurement's result came to, in short.
  var check: String { get }
}
