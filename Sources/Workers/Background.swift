internal import Synchronization

/// Work that an idle thread does while the caller goes on: the next batch is prepared while this one trains.
///
///     let next = Workers.background { try source.batch(indices, augment: nil) }
///     train(on: current)
///     current = try next.wait()
public final class Background<Value: Sendable>: Sendable {
  private let state: Mutex<State>
  private let isOver = Atomic<Bool>(false)

  private enum State {
    case waiting(@Sendable () throws -> Value)
    case running
    case done(Result<Value, any Error>)
  }

  init(_ work: @escaping @Sendable () throws -> Value) { state = Mutex(.waiting(work)) }

  /// The result, as soon as it is there; work that has not begun is done here and now.
  public func wait() throws -> Value {
    perform()
    if !spin(until: { isDone }) { Endings.shared.wait { isDone } }
    return try state.withLock { state in
      guard case .done(let result) = state else { preconditionFailure("background work without an end") }
      return result
    }.get()
  }

  /// Whether `wait` would return at once.
  public var isDone: Bool { isOver.load(ordering: .sequentiallyConsistent) }

  /// Gives up work that has not begun: waiting for it throws `CancellationError`.
  public func cancel() {
    if begin() != nil { end(.failure(CancellationError())) }
  }

  func perform() {
    guard let work = begin() else { return }
    end(Result { try work() })
  }

  /// The work, for the one who does it; nil when somebody has begun.
  private func begin() -> (@Sendable () throws -> Value)? {
    state.withLock { state in
      guard case .waiting(let work) = state else { return nil }
      state = .running
      return work
    }
  }

  private func end(_ result: Result<Value, any Error>) {
    state.withLock { $0 = .done(result) }
    isOver.store(true, ordering: .sequentiallyConsistent)
    Endings.shared.announce()
  }
}

extension Workers {
  /// Has `body` done by the first thread of the pool that is idle, after what was given before; without another
  /// thread it is done by who waits for it.
  ///
  /// Work that the pool shares goes first, and a thread busy with this leaves its parts of it to the others. Keep
  /// pieces short, and use `run` inside them freely: it runs in place.
  public static func background<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) -> Background<Value> {
    let work = Background(body)
    ThreadPool.shared.enqueue { work.perform() }
    return work
  }
}

/// Where threads wait for the end of background work that another thread has begun.
private final class Endings: Sendable {
  static let shared = Endings()

  private let signal = Signal()
  private let waiting = Atomic<Int>(0)

  func wait(until isOver: () -> Bool) {
    waiting.wrappingAdd(1, ordering: .sequentiallyConsistent)
    signal.locked {
      while !isOver() { signal.wait() }
    }
    waiting.wrappingSubtract(1, ordering: .relaxed)
  }

  func announce() {
    if waiting.load(ordering: .sequentiallyConsistent) > 0 { signal.locked { signal.announce() } }
  }
}
