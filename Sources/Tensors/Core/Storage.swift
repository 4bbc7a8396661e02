internal import Memory
internal import Synchronization

/// Memory of a tensor's values, from the pool of blocks and back to it. Tensors of one storage are views of the
/// same values in other shapes.
package final class Storage {
  let capacity: Int
  /// Which storage this is; no two have the same number.
  let serial: Int
  private var block: UnsafeMutablePointer<Float>?
  private static let made = Atomic<Int>(0)

  /// A block of at least `count` floats, their values undefined.
  package convenience init(_ count: Int) {
    self.init(deferred: count)
    block = taken()
  }

  /// No block yet: what a traced computation will write when its program runs.
  init(deferred count: Int) {
    capacity = BlockPool.rounded(count)
    serial = Storage.made.wrappingAdd(1, ordering: .relaxed).newValue
  }

  deinit { if let block { BlockPool.tensors.give(back: block, capacity * MemoryLayout<Float>.stride) } }

  private func taken() -> UnsafeMutablePointer<Float> {
    BlockPool.tensors.take(capacity * MemoryLayout<Float>.stride).bindMemory(
      to: Float.self, capacity: capacity)
  }

  package var start: UnsafeMutablePointer<Float> { block ?? blockInsideTrace() }

  /// Whoever looks at values while a program is traced gets zeros, and the trace is void: the values of a later
  /// run would not be looked at.
  private func blockInsideTrace() -> UnsafeMutablePointer<Float> {
    Trace.current?.valuesWereRead()
    let zeros = taken()
    zeros.update(repeating: 0, count: capacity)
    block = zeros
    return zeros
  }
}
