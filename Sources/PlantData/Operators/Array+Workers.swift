internal import Report
internal import Workers

extension Array where Element == Column {
  /// What `body` makes of each column, several at once.
  ///
  /// - Throws: a fault when it is interrupted.
  func mapOnWorkers(_ body: @Sendable (Column) -> Column) throws -> [Column] {
    var made = [Column?](repeating: nil, count: count)
    made.withUnsafeMutableBufferPointer { made in
      nonisolated(unsafe) let made = made
      Workers.run(count) { range in
        for i in range where !Interruption.isRequested { made[i] = body(self[i]) }
      }
    }
    try Interruption.check()
    return made.compactMap { $0 }
  }
}
