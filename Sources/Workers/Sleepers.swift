internal import Synchronization

/// Threads that wait without using the processor until somebody wakes them.
final class Sleepers: @unchecked Sendable {
  private let signal = Signal()
  private let asleep = Atomic<Int>(0)
  /// Calls to wake that no thread has followed yet; under `signal`.
  private var calls = 0

  /// Sleeps until a call. `hasWork` is asked once more when calls can no longer be missed.
  func sleep(unless hasWork: () -> Bool) {
    signal.locked {
      asleep.wrappingAdd(1, ordering: .sequentiallyConsistent)
      if !hasWork() {
        while calls == 0 { signal.wait() }
      }
      if calls > 0 { calls -= 1 } else { asleep.wrappingSubtract(1, ordering: .relaxed) }
    }
  }

  /// Wakes up to `count` threads; costs next to nothing where none sleeps.
  func wake(_ count: Int) {
    guard asleep.load(ordering: .sequentiallyConsistent) > 0 else { return }
    signal.locked {
      let called = min(count, asleep.load(ordering: .relaxed))
      asleep.wrappingSubtract(called, ordering: .relaxed)
      calls += called
      for _ in 0..<called { signal.call() }
    }
  }
}
