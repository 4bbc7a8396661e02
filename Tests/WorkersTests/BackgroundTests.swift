import Synchronization
import Testing
import Workers

@Suite struct BackgroundTests {
  struct Failure: Error {}

  @Test func resultsComeInTheOrderOfTheirHandles() throws {
    let handles = (0..<50).map { number in Workers.background { number * number } }
    #expect(try handles.map { try $0.wait() } == (0..<50).map { $0 * $0 })
    let done = handles.map(\.isDone)
    #expect(!done.contains(false))
  }

  @Test func anErrorReachesWhoWaits() {
    let handle = Workers.background { throw Failure() }
    #expect(throws: Failure.self) { try handle.wait() }
    #expect(throws: Failure.self) { try handle.wait() }
  }

  @Test(.enabled(if: Workers.count > 1)) func itRunsBesideTheCaller() {
    let done = Gate()
    let handle = Workers.background { done.open() }
    while !done.isOpen {}
    #expect(throws: Never.self) { try handle.wait() }
  }

  @Test func cancelledWorkIsNotBegun() {
    // The threads of the pool are held up, so that nobody begins what waits.
    let (held, free) = (Counter(), Gate())
    let holding = (1..<Workers.count).map { _ in
      Workers.background {
        held.add(1)
        while !free.isOpen {}
      }
    }
    while held.value < Workers.count - 1 {}
    let begun = Gate()
    let handle = Workers.background { begun.open() }
    handle.cancel()
    free.open()
    #expect(throws: CancellationError.self) { try handle.wait() }
    #expect(throws: Never.self) { for work in holding { try work.wait() } }
    #expect(!begun.isOpen)
  }

  @Test func sharedWorkDoesNotWaitForBackgroundWork() throws {
    let free = Gate()
    let holding = (1..<Workers.count).map { _ in Workers.background { while !free.isOpen {} } }
    let total = Atomic<Int>(0)
    Workers.run(100) { total.wrappingAdd($0.count, ordering: .relaxed) }
    #expect(total.load(ordering: .relaxed) == 100)
    free.open()
    for work in holding { try work.wait() }
  }

  @Test func backgroundWorkMayUseThePool() throws {
    let handle = Workers.background { () -> Int in
      let total = Atomic<Int>(0)
      Workers.run(100) { total.wrappingAdd($0.count, ordering: .relaxed) }
      return total.load(ordering: .relaxed)
    }
    Workers.run(4) { _ in }
    #expect(try handle.wait() == 100)
  }
}
