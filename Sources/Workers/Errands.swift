internal import Synchronization

/// Work that waits for an idle thread, first come, first served.
final class Errands: Sendable {
  private let count = Atomic<Int>(0)
  private let queue = Mutex(Queue())

  private struct Queue {
    var items: [@Sendable () -> Void] = []
    var first = 0
  }

  var isEmpty: Bool { count.load(ordering: .sequentiallyConsistent) <= 0 }

  func append(_ work: @escaping @Sendable () -> Void) {
    queue.withLock { $0.items.append(work) }
    count.wrappingAdd(1, ordering: .sequentiallyConsistent)
  }

  func next() -> (@Sendable () -> Void)? {
    if isEmpty { return nil }
    return queue.withLock { queue in
      guard queue.first < queue.items.count else { return nil }
      let work = queue.items[queue.first]
      queue.first += 1
      if queue.first == queue.items.count || queue.first > 1024 {
        queue.items.removeFirst(queue.first)
        queue.first = 0
      }
      count.wrappingSubtract(1, ordering: .sequentiallyConsistent)
      return work
    }
  }
}
