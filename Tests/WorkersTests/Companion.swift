import Glibc
import Synchronization

/// A thread outside any pool.
final class Companion {
  private var thread = pthread_t()

  init(_ body: @escaping @Sendable () -> Void) {
    final class Start {
      let body: @Sendable () -> Void; init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    pthread_create(
      &thread, nil,
      { argument in
        Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue().body()
        return nil
      }, Unmanaged.passRetained(Start(body)).toOpaque())
  }

  /// Returns when it has ended.
  func join() { pthread_join(thread, nil) }
}

/// Something that happens once.
final class Gate: Sendable {
  private let state = Atomic<Bool>(false)
  var isOpen: Bool { state.load(ordering: .acquiring) }
  func open() { state.store(true, ordering: .releasing) }
}

/// A number that many threads add to.
final class Counter: Sendable {
  private let state = Atomic<Int>(0)
  var value: Int { state.load(ordering: .acquiring) }
  func add(_ number: Int) { state.wrappingAdd(number, ordering: .releasing) }
}
