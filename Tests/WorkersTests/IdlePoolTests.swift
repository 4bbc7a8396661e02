import Glibc
import Synchronization
import Testing
import Workers

@Suite struct IdlePoolTests {
  /// Milliseconds of processor time that all threads of the process have used.
  static var processorTime: Double {
    var now = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
    return Double(now.tv_sec) * 1e3 + Double(now.tv_nsec) * 1e-6
  }

  @Test func anIdlePoolUsesNoProcessorTime() {
    let pool = ThreadPool(threads: 4)
    for _ in 0..<100 { pool.run(8) { _ in } }
    usleep(50_000)
    let before = Self.processorTime
    usleep(1_000_000)
    #expect(Self.processorTime - before < 10)
    pool.stop()
  }

  @Test func aSleepingPoolWakesForWork() {
    let pool = ThreadPool(threads: 3)
    let total = Atomic<Int>(0)
    for _ in 0..<20 {
      usleep(2_000)
      pool.run(7) { _ in total.wrappingAdd(1, ordering: .relaxed) }
    }
    #expect(total.load(ordering: .relaxed) == 140)
    pool.stop()
  }
}
