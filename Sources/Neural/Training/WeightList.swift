internal import CKernels
internal import Tensors
internal import Workers

/// The weights of a step as the kernels take them: many tensors in one call, in two groups, of which the first
/// shrinks.
struct WeightList {
  private struct Group {
    var first: Int
    var counts: [Int]
    var decays: Bool
    var total: Int { counts.reduce(0, +) }
  }
  private let groups: [Group]
  private let count: Int

  /// - Parameter weights: those that decay first.
  init(_ weights: [Weight]) {
    count = weights.count
    let shrinking = weights.prefix(while: \.decays).count
    groups = [(0, shrinking), (shrinking, count)].filter { $0.0 < $0.1 }.map { first, end in
      Group(first: first, counts: weights[first..<end].map(\.tensor.count), decays: weights[first].decays)
    }
  }

  /// Runs a kernel on every group, the values cut between the threads; each is changed by one thread alone.
  ///
  /// - Parameters:
  ///   - memory: read are the scalars and the gradients; changed are the weights, then the moments where there are
  ///     such, then the squares where there are such.
  ///   - decay: what the first group shrinks by.
  func step(
    _ memory: Operands, moments: Bool, squares: Bool, decay: Float,
    _ kernel: (_ list: UnsafePointer<ck_weights>, _ decay: Float, _ range: Range<Int>) -> Void
  ) {
    for group in groups {
      group.counts.withUnsafeBufferPointer { counts in
        let changed = { (place: Int) in memory.outputs(from: place * count + group.first).optional }
        let list = ck_weights(
          tensors: counts.count, counts: counts.baseAddress,
          gradients: memory.inputs(from: 1 + group.first).constant, weights: changed(0),
          moments: moments ? changed(1) : nil, squares: squares ? changed(moments ? 2 : 1) : nil)
        withUnsafePointer(to: list) { list in
          Workers.run(group.total, grain: 16_384) { kernel(list, group.decays ? decay : 0, $0) }
        }
      }
    }
  }
}

extension UnsafePointer<UnsafeMutablePointer<Float>> {
  /// The same pointers as C declares them: each might be null.
  var optional: UnsafePointer<UnsafeMutablePointer<Float>?> {
    UnsafeRawPointer(self).assumingMemoryBound(to: UnsafeMutablePointer<Float>?.self)
  }
  var constant: UnsafePointer<UnsafePointer<Float>?> {
    UnsafeRawPointer(self).assumingMemoryBound(to: UnsafePointer<Float>?.self)
  }
}
