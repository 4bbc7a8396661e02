import Glibc
import LuaBridge
import Report
import Sessions
import Testing

/// Ctrl-C belongs to the whole process, so these run in one of their own.
@Suite struct InterruptionTests {
  @Test(.timeLimit(.minutes(1))) func everyKindOfLoopStops() async {
    await #expect(processExitsWith: .success) {
      let loops = [
        "while true do end",
        "while true do pcall(function() while true do end end) end",
        "coroutine.wrap(function() while true do end end)()",
        "local co = coroutine.create(function() while true do pcall(error) end end) coroutine.resume(co) while true do end",
        "table.sort({3, 2, 1, 5, 4}, function(a, b) while true do end end)",
        "local t = setmetatable({}, {__index = function(t, k) while true do end end}) return t.x",
      ]
      for loop in loops {
        let session = Session(modules: [])
        let stopper = Stopper(after: 30_000)
        let outcome = session.evaluate(loop)
        stopper.join()
        let next = session.evaluate("1 + 1").text(on: Surface())
        guard outcome.fault == .interrupted, outcome.duration < .seconds(2), next == "2" else {
          print(loop, outcome.fault?.in(.en) ?? "no fault", outcome.duration, next)
          exit(1)
        }
      }
    }
  }
}

/// A thread that interrupts after some microseconds.
private struct Stopper {
  private var thread = pthread_t()

  init(after microseconds: UInt32) {
    let box = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    box.pointee = microseconds
    pthread_create(
      &thread, nil,
      { argument in
        guard let box = argument?.assumingMemoryBound(to: UInt32.self) else { return nil }
        usleep(box.pointee)
        box.deallocate()
        Session.interrupt()
        return nil
      }, box)
  }

  func join() { pthread_join(thread, nil) }
}
