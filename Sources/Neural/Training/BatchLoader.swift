internal import Tensors
internal import Workers

/// Which samples make a batch, and the seed of their augmentation.
struct BatchRequest: Sendable {
  var indices: [Int]
  var augment: UInt64?
}

/// Prepares the next batches while the current one is used, by threads that have nothing else to do at the moment;
/// what is not done when a batch is asked for, the asking thread and the idle ones do then. With one thread each
/// batch is prepared when it is asked for.
final class BatchLoader {
  /// Batches that are prepared ahead at most.
  private static let mostAhead = 2
  /// Bytes of batches prepared ahead beyond which no other is begun.
  private static let mostBytes = 1 << 28

  private let source: any BatchSource
  private let requests: [BatchRequest]
  private var place = 0
  private var ahead: [BatchInTheMaking] = []

  init(_ source: any BatchSource, _ requests: [BatchRequest]) {
    self.source = source
    self.requests = requests
    begin()
  }

  deinit {
    for batch in ahead { batch.cancel() }
  }

  /// The next batch, or nil after the last.
  func next() throws -> Batch? {
    guard !ahead.isEmpty else {
      guard let request = nextRequest() else { return nil }
      return try source.work(request.indices, augment: request.augment).run()
    }
    let batch = try ahead.removeFirst().finished()
    begin()
    return batch
  }

  private func nextRequest() -> BatchRequest? {
    guard place < requests.count else { return nil }
    place += 1
    return requests[place - 1]
  }

  private func begin() {
    guard Workers.count > 1 else { return }
    var bytes = ahead.reduce(0) { $0 + $1.byteCount }
    while ahead.count < Self.mostAhead, bytes < Self.mostBytes, let request = nextRequest() {
      let batch = BatchInTheMaking(source, request)
      bytes += batch.byteCount
      ahead.append(batch)
    }
  }
}

/// A batch whose pieces wait for idle threads.
private struct BatchInTheMaking {
  private let work: Result<BatchWork, any Error>
  private let pieces: [Background<Void>]
  private let whole: Background<Batch>?

  init(_ source: any BatchSource, _ request: BatchRequest) {
    work = Result { try source.work(request.indices, augment: request.augment) }
    guard case .success(let work) = work else {
      (pieces, whole) = ([], nil)
      return
    }
    pieces = (0..<work.pieces).map { piece in Workers.background { try work.perform(piece) } }
    whole = work.pieces == 0 ? Workers.background { try work.finish() } : nil
  }

  var byteCount: Int { (try? work.get().byteCount) ?? 0 }

  /// The batch; of several pieces that failed, the first one's error is thrown.
  func finished() throws -> Batch {
    let work = try work.get()
    if let whole { return try whole.wait() }
    do {
      for piece in pieces { try piece.wait() }
    } catch {
      cancel()
      throw error
    }
    return try work.finish()
  }

  func cancel() {
    for piece in pieces { piece.cancel() }
    whole?.cancel()
  }
}
