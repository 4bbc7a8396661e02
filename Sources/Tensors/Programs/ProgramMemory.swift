/// Memory that programs share when they never run at the same time: those of one network for batches of different
/// sizes. It grows to the largest.
public final class ProgramMemory {
  private(set) var storage = Storage(0)

  public init() {}

  /// Bytes that it holds.
  public var byteCount: Int { storage.capacity * MemoryLayout<Float>.stride }

  func hold(_ floats: Int) {
    if storage.capacity < floats { storage = Storage(floats) }
  }
}
