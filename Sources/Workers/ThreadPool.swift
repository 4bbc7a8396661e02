internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Threads that share one piece of work at a time. The calling thread takes part, and parts are taken one by
/// one, so a thread that another program holds up delays only the part it has begun.
package final class ThreadPool: @unchecked Sendable {
  package static let shared = ThreadPool(threads: Workers.count)

  private let signal = Signal()
  private let finished = Signal()
  /// Counts the pieces of work; a waiting thread looks at it before it goes to sleep.
  private let posted = Atomic<Int>(0)
  private let unfinished = Atomic<Int>(0)
  private let occupied = Atomic<Bool>(false)
  private let helpers: Int

  // The piece of work: under `signal`.
  private var body: UnsafePointer<(Int) -> Void>?
  private var next = 0
  private var parts = 0
  private var stopped = false

  package init(threads: Int) {
    helpers = threads - 1
    for _ in 0..<max(helpers, 0) { startThread { self.help() } }
  }

  /// Lets the threads end; work given later is done by its caller.
  package func stop() {
    signal.locked {
      stopped = true
      signal.announce()
    }
    posted.wrappingAdd(1, ordering: .releasing)
  }

  /// Runs `body` for each of `0 ..< count`. Inside such work, or while another thread uses the pool, in place.
  package func run(_ count: Int, _ body: (Int) -> Void) {
    if count <= 1 || helpers < 1 || Inside.isSet || occupied.exchange(true, ordering: .acquiring) {
      for part in 0..<max(count, 0) { body(part) }
      return
    }
    withoutActuallyEscaping(body) { body in
      withUnsafePointer(to: body) { share(count, $0) }
    }
    occupied.store(false, ordering: .releasing)
  }

  private func share(_ count: Int, _ work: UnsafePointer<(Int) -> Void>) {
    unfinished.store(count, ordering: .relaxed)
    signal.locked {
      body = work
      next = 0
      parts = count
      posted.wrappingAdd(1, ordering: .releasing)
      signal.announce()
    }
    Inside.isSet = true
    while takePart() {}
    Inside.isSet = false
    if spin(until: { unfinished.load(ordering: .acquiring) == 0 }) { return }
    finished.locked {
      while unfinished.load(ordering: .acquiring) > 0 { finished.wait() }
    }
  }

  /// Does one part of the work at hand; false where none is left.
  private func takePart() -> Bool {
    let taken = signal.locked { () -> (UnsafePointer<(Int) -> Void>, Int)? in
      guard let body, next < parts else { return nil }
      next += 1
      return (body, next - 1)
    }
    guard let (work, part) = taken else { return false }
    perform(work, part)
    if unfinished.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 {
      finished.locked { finished.announce() }
    }
    return true
  }

  /// Calls the work and lets go of it before the part counts as finished.
  @inline(never)
  private func perform(_ work: UnsafePointer<(Int) -> Void>, _ part: Int) { work.pointee(part) }

  private func help() {
    Inside.isSet = true
    var seen = 0
    while true {
      while takePart() {}
      if spin(until: { posted.load(ordering: .acquiring) != seen }) {
        seen = posted.load(ordering: .acquiring)
        if signal.locked({ stopped }) { return }
        continue
      }
      let stop = signal.locked {
        while next >= parts, !stopped { signal.wait() }
        return stopped
      }
      if stop { return }
    }
  }

  /// Waits about 20 microseconds: longer than the pause between two operations, shorter than a neighbour minds.
  private func spin(until ready: () -> Bool) -> Bool {
    let start = monotonicNanoseconds()
    repeat {
      if ready() { return true }
    } while monotonicNanoseconds() - start < 20_000
    return ready()
  }
}

private func monotonicNanoseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1_000_000_000 + now.tv_nsec
}

/// Whether this thread is at work for a pool.
private enum Inside {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  static var isSet: Bool {
    get { pthread_getspecific(key) != nil }
    set { pthread_setspecific(key, newValue ? UnsafeRawPointer(bitPattern: 1) : nil) }
  }
}
