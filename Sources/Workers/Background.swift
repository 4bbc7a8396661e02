internal import Synchronization

/// Work that a thread of its own does while the caller goes on: the next batch is read while this one trains.
///
///     let next = Workers.background { try source.batch(indices, augment: nil) }
///     train(on: current)
///     current = try next.wait()
public final class Background<Value: Sendable>: Sendable {
  private let signal = Signal()
  private let state: Mutex<State>

  private enum State {
    case waiting(@Sendable () throws -> Value)
    case running
    case done(Result<Value, any Error>)
  }

  init(_ work: @escaping @Sendable () throws -> Value) { state = Mutex(.waiting(work)) }

  /// The result, as soon as it is there; work that has not begun is done here and now.
  public func wait() throws -> Value {
    perform()
    return try signal.locked {
      while true {
        if let result { return result }
        signal.wait()
      }
    }.get()
  }

  /// Whether `wait` would return at once.
  public var isDone: Bool { result != nil }

  private var result: Result<Value, any Error>? {
    state.withLock { if case .done(let result) = $0 { result } else { nil } }
  }

  func perform() {
    let work = state.withLock { state -> (@Sendable () throws -> Value)? in
      guard case .waiting(let work) = state else { return nil }
      state = .running
      return work
    }
    guard let work else { return }
    let result = Result { try work() }
    signal.locked {
      state.withLock { $0 = .done(result) }
      signal.announce()
    }
  }
}

extension Workers {
  /// Starts `body` on the background thread, after what was given to it before.
  public static func background<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
  ) -> Background<Value> {
    let work = Background(body)
    BackgroundQueue.shared.append { work.perform() }
    return work
  }
}

/// The background thread and what waits for it.
private final class BackgroundQueue: @unchecked Sendable {
  static let shared = BackgroundQueue()

  private let signal = Signal()
  private var waiting: [@Sendable () -> Void] = []

  init() {
    startThread {
      while true { self.next()() }
    }
  }

  func append(_ work: @escaping @Sendable () -> Void) {
    signal.locked {
      waiting.append(work)
      signal.announce()
    }
  }

  private func next() -> @Sendable () -> Void {
    signal.locked {
      while waiting.isEmpty { signal.wait() }
      return waiting.removeFirst()
    }
  }
}
