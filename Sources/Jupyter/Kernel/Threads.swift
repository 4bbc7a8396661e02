internal import Glibc
internal import Sessions

/// Threads that only wait and pass on.
enum Threads {
  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  @discardableResult
  static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t {
    var thread = pthread_t()
    // Ctrl-C belongs to the thread that runs the session.
    var all = sigset_t(), before = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_BLOCK, &all, &before)
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
        return nil
      }, Unmanaged.passRetained(Work(body)).toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    return thread
  }
}

/// Gives back what comes, so that the front end knows that the kernel lives.
struct Heartbeat {
  private let socket: Socket

  init(_ socket: Socket) { self.socket = socket }

  func start() {
    Threads.start { [socket] in
      while let frames = socket.receive() { socket.send(frames) }
      socket.close()
    }
  }
}

/// Sends printed text on its way every twentieth of a second, and ends with the front end that started the kernel.
struct Ticking {
  private let output: StreamBuffer
  private weak var streams: CapturedStreams?
  private let parent = getenv("JPY_PARENT_PID").flatMap { Int32(String(cString: $0)) }

  init(_ output: StreamBuffer, _ streams: CapturedStreams) { (self.output, self.streams) = (output, streams) }

  func start() {
    Threads.start { [output, parent, weak streams] in
      while let streams {
        streams.wait(milliseconds: 50)
        streams.drain()
        output.flush()
        if let parent, parent > 1, kill(parent, 0) != 0, errno == ESRCH { exit(1) }
      }
    }
  }
}
