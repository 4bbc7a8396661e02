internal import Memory

extension BlockPool {
  /// Where tensors keep their values.
  static let tensors = BlockPool(limit: 1 << 29)
}

/// What tensors take of the machine's memory.
public enum TensorMemory {
  /// Bytes in tensors that are alive.
  public static var used: Int { BlockPool.tensors.usedBytes }
  /// Bytes in blocks that wait to be used again.
  public static var waiting: Int { BlockPool.tensors.freeBytes }
  /// Gives the waiting blocks back to the system.
  public static func release() { BlockPool.tensors.drain() }
}
