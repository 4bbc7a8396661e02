internal import Synchronization

/// Freed blocks by size, at most `limit` bytes of them.
final class BlockPool: Sendable {
  static let shared = BlockPool()

  private struct State: ~Copyable {
    var free: [Int: [UInt]] = [:]
    var freeBytes = 0
    var usedBytes = 0
  }
  private let state = Mutex(State())
  private let limit = 1 << 29

  var usedBytes: Int { state.withLock { $0.usedBytes } }
  var freeBytes: Int { state.withLock { $0.freeBytes } }

  func take(_ capacity: Int) -> UnsafeMutablePointer<Float> {
    let bytes = capacity * MemoryLayout<Float>.stride
    let found = state.withLock { state -> UInt? in
      state.usedBytes += bytes
      guard let address = state.free[capacity]?.popLast() else { return nil }
      state.freeBytes -= bytes
      return address
    }
    if let found, let start = UnsafeMutablePointer<Float>(bitPattern: found) { return start }
    return UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Float.self, capacity: capacity)
  }

  func give(back start: UnsafeMutablePointer<Float>, _ capacity: Int) {
    let bytes = capacity * MemoryLayout<Float>.stride
    let address = UInt(bitPattern: start)
    let kept = state.withLock { state -> Bool in
      state.usedBytes -= bytes
      guard state.freeBytes + bytes <= limit else { return false }
      state.free[capacity, default: []].append(address)
      state.freeBytes += bytes
      return true
    }
    if !kept { UnsafeMutableRawPointer(start).deallocate() }
  }

  /// Gives all waiting blocks back to the system.
  func drain() {
    let addresses = state.withLock { state -> [UInt] in
      let all = state.free.values.flatMap { $0 }
      state.free = [:]
      state.freeBytes = 0
      return all
    }
    for address in addresses { UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
  }
}

/// What tensors take of the machine's memory.
public enum TensorMemory {
  /// Bytes in tensors that are alive.
  public static var used: Int { BlockPool.shared.usedBytes }
  /// Bytes in blocks that wait to be used again.
  public static var waiting: Int { BlockPool.shared.freeBytes }
  /// Gives the waiting blocks back to the system.
  public static func release() { BlockPool.shared.drain() }
}
