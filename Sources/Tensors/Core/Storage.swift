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
    block = BlockPool.shared.take(capacity)
  }

  /// No block yet: what a traced computation will write when its program runs.
  init(deferred count: Int) {
    capacity = Storage.roundedCapacity(count)
    serial = Storage.made.wrappingAdd(1, ordering: .relaxed).newValue
  }

  deinit { if let block { BlockPool.shared.give(back: block, capacity) } }

  package var start: UnsafeMutablePointer<Float> { block ?? blockInsideTrace() }

  /// Whoever looks at values while a program is traced gets zeros, and the trace is void: the values of a later
  /// run would not be looked at.
  private func blockInsideTrace() -> UnsafeMutablePointer<Float> {
    Trace.current?.valuesWereRead()
    let zeros = BlockPool.shared.take(capacity)
    zeros.update(repeating: 0, count: capacity)
    block = zeros
    return zeros
  }

  /// Sizes grow in steps of at most an eighth, so that nearly equal blocks can take each other's place.
  static func roundedCapacity(_ count: Int) -> Int {
    let atLeast = max(count, 16)
    let step = max(16, 1 << max(0, Int.bitWidth - atLeast.leadingZeroBitCount - 4))
    return (atLeast + step - 1) / step * step
  }
}
