internal import Tensors
internal import Workers

/// Which samples make a batch, and the seed of their augmentation.
struct BatchRequest: Sendable {
  var indices: [Int]
  var augment: UInt64?
}

/// Prepares the next batch in the background while the current one is used.
final class BatchLoader {
  private let source: any BatchSource
  private let requests: [BatchRequest]
  private var place = 0
  private var pending: Background<Batch>?

  init(_ source: any BatchSource, _ requests: [BatchRequest]) {
    self.source = source
    self.requests = requests
    start()
  }

  /// The next batch, or nil after the last.
  func next() throws -> Batch? {
    guard let ready = pending else { return nil }
    let batch = try ready.wait()
    start()
    return batch
  }

  private func start() {
    guard place < requests.count else {
      pending = nil
      return
    }
    let request = requests[place]
    place += 1
    pending = Workers.background { [source] in
      try source.batch(request.indices, augment: request.augment)
    }
  }
}
