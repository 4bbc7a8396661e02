import Synchronization
import Testing
import Workers

@Suite struct ThreadPoolTests {
  @Test func manySmallCallsLoseNothing() {
    for threads in [1, 2, 4] {
      let pool = ThreadPool(threads: threads)
      let total = Atomic<Int>(0)
      for round in 0..<3000 {
        pool.run(round % 5) { part in total.wrappingAdd(part + 1, ordering: .relaxed) }
      }
      #expect(total.load(ordering: .relaxed) == 600 * (0 + 1 + 3 + 6 + 10))
      pool.stop()
    }
  }

  @Test func partsRunAtTheSameTime() {
    let pool = ThreadPool(threads: 2)
    let arrived = Atomic<Int>(0)
    pool.run(2) { _ in
      arrived.wrappingAdd(1, ordering: .relaxed)
      while arrived.load(ordering: .relaxed) < 2 {}
    }
    #expect(arrived.load(ordering: .relaxed) == 2)
    pool.stop()
  }

  @Test func twoCallersDoNotDisturbEachOther() {
    let pool = ThreadPool(threads: 3)
    @Sendable func sums() -> Int {
      let total = Atomic<Int>(0)
      for _ in 0..<500 {
        pool.run(6) { part in total.wrappingAdd(part, ordering: .relaxed) }
      }
      return total.load(ordering: .relaxed)
    }
    let others = Counter()
    let companion = Companion { others.add(sums()) }
    #expect(sums() == 500 * 15)
    companion.join()
    #expect(others.value == 500 * 15)
    pool.stop()
  }

  @Test func aStoppedPoolWorksInTheCaller() {
    let pool = ThreadPool(threads: 3)
    pool.stop()
    let total = Atomic<Int>(0)
    pool.run(10) { part in total.wrappingAdd(part, ordering: .relaxed) }
    #expect(total.load(ordering: .relaxed) == 45)
  }
}
