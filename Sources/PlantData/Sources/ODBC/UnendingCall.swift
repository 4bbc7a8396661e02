internal import Glibc
internal import Report
internal import Synchronization

/// Runs work that may hang in a foreign library, such as waiting for a server, so that Ctrl-C still comes back to
/// the prompt: the work runs on a thread of its own while the caller watches.
///
/// Once interrupted, the work is asked to stop; when it does not within three seconds it is left to itself, and what
/// it then gives is thrown away.
final class UnendingCall<Value>: ThreadWork, @unchecked Sendable {
  private let work: () throws -> Value
  private var outcome: Result<Value, any Error>?
  private let isDone = Atomic<Bool>(false)

  private init(_ work: @escaping () throws -> Value) { self.work = work }

  override func perform() {
    outcome = Result { try work() }
    isDone.store(true, ordering: .releasing)
  }

  /// - Parameters:
  ///   - stop: asks the work to stop; called from the caller's thread, once.
  ///   - watch: called as time passes.
  /// - Throws: what the work threw, or `Fault.interrupted`.
  static func run(
    stop: () -> Void, watch: () -> Void, _ work: @escaping () throws -> Value
  ) throws -> Value {
    let call = UnendingCall(work)
    call.start()
    var pauses = 0, pausesAfterStop = 0
    while !call.isDone.load(ordering: .acquiring) {
      // Short pauses first: most answers come at once.
      usleep(pauses < 50 ? 1000 : 20_000)
      pauses += 1
      watch()
      guard Interruption.isRequested else { continue }
      if pausesAfterStop == 0 { stop() }
      pausesAfterStop += 1
      if pausesAfterStop > 150 { throw Fault.interrupted }
    }
    if Interruption.isRequested { throw Fault.interrupted }
    guard let outcome = call.outcome else { preconditionFailure("a call that is done has an outcome") }
    return try outcome.get()
  }
}

/// Work for a thread of its own.
class ThreadWork {
  func perform() {}

  /// Starts the thread, which holds the work until it is done.
  final func start() {
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<ThreadWork>.fromOpaque(pointer).takeRetainedValue().perform() }
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    precondition(status == 0, "no thread: \(status)")
    pthread_detach(thread)
  }
}
