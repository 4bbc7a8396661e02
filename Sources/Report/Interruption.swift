internal import CInterrupt

/// Ctrl-C, seen from Swift. Work that may take longer than 50 ms asks `check()` as it goes.
public enum Interruption {
  public static var isRequested: Bool { interrupt_requested() }

  public static func request() { interrupt_request() }

  public static func clear() { interrupt_clear() }

  /// Throws `Fault.interrupted` once the user has asked to stop.
  public static func check() throws {
    if interrupt_requested() { throw Fault.interrupted }
  }
}
