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

  @Test func itRunsBesideTheCaller() {
    let done = Gate()
    let handle = Workers.background { done.open() }
    while !done.isOpen {}
    #expect(throws: Never.self) { try handle.wait() }
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

private final class Gate: Sendable {
  private let state = Atomic<Bool>(false)
  var isOpen: Bool { state.load(ordering: .acquiring) }
  func open() { state.store(true, ordering: .releasing) }
}
