internal import Workers

/// A batch in the making: pieces that any threads do in any order, and what comes of them. The result follows from
/// the pieces alone, not from who did them.
public struct BatchWork: Sendable {
  /// Pieces in all.
  public let pieces: Int
  /// Bytes that the batch takes.
  public let byteCount: Int
  private let piece: @Sendable (Int) throws -> Void
  private let whole: @Sendable () throws -> Batch

  /// - Parameters:
  ///   - piece: does one of the pieces `0 ..< pieces`
  ///   - whole: puts the batch together, called once when all pieces are done
  public init(
    pieces: Int, byteCount: Int, piece: @escaping @Sendable (Int) throws -> Void,
    whole: @escaping @Sendable () throws -> Batch
  ) {
    self.pieces = pieces
    self.byteCount = byteCount
    self.piece = piece
    self.whole = whole
  }

  /// Does one piece.
  public func perform(_ piece: Int) throws { try self.piece(piece) }

  /// The batch, when every piece has been done.
  public func finish() throws -> Batch { try whole() }

  /// The batch, its pieces done by all threads now.
  public func run() throws -> Batch {
    try Workers.runThrowing(pieces) { range in
      for piece in range { try perform(piece) }
    }
    return try finish()
  }
}

extension BatchSource {
  public func work(_ indices: [Int], augment: UInt64?) throws -> BatchWork {
    BatchWork(
      pieces: 0, byteCount: 0, piece: { _ in }, whole: { [self] in try batch(indices, augment: augment) })
  }
}
