internal import CThreads

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Asks again and again for 200 microseconds: longer than the pause between two operations, so that a core in use is
/// not given up and fetched back each time, and shorter than a neighbour minds.
func spin(until ready: () -> Bool) -> Bool {
  if ready() { return true }
  let start = monotonicNanoseconds()
  repeat {
    for _ in 0..<16 {
      if ready() { return true }
      threads_pause()
    }
  } while monotonicNanoseconds() - start < 200_000
  return ready()
}

private func monotonicNanoseconds() -> Int {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return now.tv_sec * 1_000_000_000 + now.tv_nsec
}
