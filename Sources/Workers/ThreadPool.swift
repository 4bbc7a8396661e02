internal import CThreads
internal import Synchronization

/// Threads that share one piece of work at a time, and do what else is waiting while there is none.
///
/// The calling thread takes part. Each thread begins with the parts next to each other that are its own and then
/// takes parts of the others, so a thread that another program holds up delays only the part it has begun: what it
/// has not begun the others do, the caller too. Who did a part changes nothing about its result.
package final class ThreadPool: @unchecked Sendable {
  package static let shared = ThreadPool(threads: Workers.count)

  /// Threads that take part, the calling one among them.
  package let threads: Int
  private let parts: PartsAtHand
  private let errands = Errands()
  private let sleepers = Sleepers()
  private let finished = Signal()
  private let unfinished = Atomic<Int>(0)
  private let waiting = Atomic<Bool>(false)
  /// Counts the pieces of work; a thread that found nothing looks at it before it goes to sleep.
  private let posted = Atomic<Int>(0)
  private let occupied = Atomic<Bool>(false)
  private let stopped = Atomic<Bool>(false)
  /// The piece of work, from before its parts can be taken until the last one is done.
  private var body: UnsafePointer<(Int) -> Void>?

  package init(threads: Int) {
    self.threads = max(threads, 1)
    parts = PartsAtHand(threads: self.threads)
    if threads > 1 { threads_prefer_short_turns() }
    for helper in 1..<max(threads, 1) { startThread { self.help(helper) } }
  }

  /// Lets the threads end; work given later is done by its caller.
  package func stop() {
    stopped.store(true, ordering: .sequentiallyConsistent)
    sleepers.wake(threads)
  }

  /// Runs `body` for each of `0 ..< count`. Inside such work, or while another thread uses the pool, in place.
  package func run(_ count: Int, _ body: (Int) -> Void) {
    if count <= 1 || threads == 1 || Inside.isSet || occupied.exchange(true, ordering: .acquiring) {
      for part in 0..<max(count, 0) { body(part) }
      return
    }
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { share(count, $0) }
    }
    occupied.store(false, ordering: .releasing)
  }

  /// Has `work` done by a thread that has nothing else to do, in the order given; where there is no other thread,
  /// nothing happens.
  func enqueue(_ work: @escaping @Sendable () -> Void) {
    if threads == 1 || stopped.load(ordering: .relaxed) { return }
    errands.append(work)
    sleepers.wake(1)
  }

  private func share(_ count: Int, _ work: UnsafePointer<(Int) -> Void>) {
    unfinished.store(count, ordering: .relaxed)
    body = work
    parts.open(count)
    posted.wrappingAdd(1, ordering: .sequentiallyConsistent)
    sleepers.wake(count - 1)
    Inside.isSet = true
    while takePart(for: 0) {}
    Inside.isSet = false
    if spin(until: { unfinished.load(ordering: .acquiring) == 0 }) { return }
    waiting.store(true, ordering: .sequentiallyConsistent)
    finished.locked {
      while unfinished.load(ordering: .sequentiallyConsistent) > 0 { finished.wait() }
    }
    waiting.store(false, ordering: .relaxed)
  }

  /// Does one part of the work at hand; false where none is left.
  private func takePart(for thread: Int) -> Bool {
    guard let part = parts.take(for: thread), let body else { return false }
    perform(body, part)
    let left = unfinished.wrappingSubtract(1, ordering: .sequentiallyConsistent).newValue
    if left == 0, thread > 0, waiting.load(ordering: .sequentiallyConsistent) {
      finished.locked { finished.announce() }
    }
    return true
  }

  /// Calls the work and lets go of it before the part counts as finished.
  @inline(never)
  private func perform(_ work: UnsafePointer<(Int) -> Void>, _ part: Int) { work.pointee(part) }

  private func help(_ thread: Int) {
    threads_prefer_short_turns()
    Inside.isSet = true
    while !stopped.load(ordering: .relaxed) {
      let seen = posted.load(ordering: .acquiring)
      if takePart(for: thread) { continue }
      if let errand = errands.next() {
        errand()
        continue
      }
      func hasWork() -> Bool {
        posted.load(ordering: .sequentiallyConsistent) != seen || !errands.isEmpty
          || stopped.load(ordering: .sequentiallyConsistent)
      }
      if !spin(until: hasWork) { sleepers.sleep(unless: hasWork) }
    }
  }
}
