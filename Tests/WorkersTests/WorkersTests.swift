import Synchronization
import Testing
import Workers

@Suite struct WorkersTests {
  struct Failure: Error, Equatable { var part: Int }

  @Test func everyIndexIsVisitedOnce() {
    for count in [0, 1, 2, 3, 7, 64, 1001] {
      let visits = Mutex([Int](repeating: 0, count: count))
      Workers.run(count) { range in
        visits.withLock { for index in range { $0[index] += 1 } }
      }
      #expect(visits.withLock { $0.allSatisfy { $0 == 1 } })
    }
  }

  @Test func rangesFollowFromCountAndThreads() {
    #expect(Workers.ranges(0).isEmpty)
    for count in [1, 5, 16, 1000] {
      let ranges = Workers.ranges(count)
      let most = Workers.count == 1 ? 1 : Workers.count * Workers.rangesPerThread
      #expect(ranges.count == min(count, most))
      #expect(ranges.flatMap(Array.init) == Array(0..<count))
      let seen = Mutex([Range<Int>]())
      Workers.run(count) { range in seen.withLock { $0.append(range) } }
      #expect(seen.withLock { $0.sorted { $0.lowerBound < $1.lowerBound } } == ranges)
    }
  }

  @Test func aGrainKeepsSmallWorkTogether() {
    #expect(Workers.ranges(100, grain: 100) == [0..<100])
    #expect(Workers.ranges(100, grain: 1000) == [0..<100])
    #expect(Workers.ranges(100, grain: 0).count == Workers.ranges(100).count)
  }

  @Test func theFirstRangesErrorIsThrown() {
    #expect(throws: Failure(part: 0)) {
      try Workers.runThrowing(8) { throw Failure(part: $0.lowerBound) }
    }
    let last = Workers.ranges(8).last?.lowerBound ?? 0
    #expect(throws: Failure(part: last)) {
      try Workers.runThrowing(8) { if $0.lowerBound == last { throw Failure(part: last) } }
    }
  }

  @Test func workInsideWorkRunsInPlace() {
    let total = Mutex(0)
    Workers.run(8) { outer in
      for _ in outer {
        Workers.run(10) { inner in total.withLock { $0 += inner.count } }
      }
    }
    #expect(total.withLock { $0 } == 80)
  }
}
