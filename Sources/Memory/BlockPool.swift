internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Large blocks of memory by size, kept for the next who wants one: memory that comes fresh from the system must be
/// faulted in and cleared page by page, which takes longer than most work on it.
///
/// A pool keeps at most `limit` bytes that nobody uses.
public final class BlockPool: Sendable {
  private struct State: ~Copyable {
    var free: [Int: [UInt]] = [:]
    var freeBytes = 0
    var usedBytes = 0
  }
  private let state = Mutex(State())
  private let limit: Int

  public init(limit: Int) { self.limit = limit }

  /// Bytes in blocks that somebody uses.
  public var usedBytes: Int { state.withLock { $0.usedBytes } }

  /// Bytes in blocks that wait to be used again.
  public var freeBytes: Int { state.withLock { $0.freeBytes } }

  /// A block of so many bytes, aligned to 64, what stands in it undefined.
  public func take(_ bytes: Int) -> UnsafeMutableRawPointer {
    let found = state.withLock { state -> UInt? in
      state.usedBytes += bytes
      guard let address = state.free[bytes]?.popLast() else { return nil }
      state.freeBytes -= bytes
      return address
    }
    return found.flatMap(UnsafeMutableRawPointer.init(bitPattern:)) ?? BlockPool.fresh(bytes)
  }

  /// Hands back a block of `take`, with the same number of bytes.
  public func give(back start: UnsafeMutableRawPointer, _ bytes: Int) {
    let kept = state.withLock { state -> Bool in
      state.usedBytes -= bytes
      guard state.freeBytes + bytes <= limit else { return false }
      state.free[bytes, default: []].append(UInt(bitPattern: start))
      state.freeBytes += bytes
      return true
    }
    if !kept { start.deallocate() }
  }

  /// Gives all waiting blocks back to the system.
  public func drain() {
    let addresses = state.withLock { state -> [UInt] in
      let all = state.free.values.flatMap { $0 }
      state.free = [:]
      state.freeBytes = 0
      return all
    }
    for address in addresses { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
  }

  /// Sizes grow in steps of at most an eighth, so that nearly equal blocks can take each other's place.
  public static func rounded(_ count: Int) -> Int {
    let atLeast = max(count, 16)
    let step = max(16, 1 << max(0, Int.bitWidth - atLeast.leadingZeroBitCount - 4))
    return (atLeast + step - 1) / step * step
  }

  private static let hugePage = 1 << 21

  private static func fresh(_ bytes: Int) -> UnsafeMutableRawPointer {
    guard bytes >= 2 * hugePage else { return .allocate(byteCount: bytes, alignment: 64) }
    let start = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: hugePage)
    // Where the system has no large pages it says so, and small ones do.
    #if canImport(Glibc)
      _ = madvise(start, bytes / hugePage * hugePage, Int32(MADV_HUGEPAGE))
    #endif
    return start
  }
}
