internal import CKernels
internal import Workers

extension Tensor {
  /// The values of `target`, each taken where its index times `strides` says: another order of the axes, or a stride
  /// of 0 that repeats. No gradient.
  func walked(_ name: String, _ target: Shape, strides: [Int]) -> Tensor {
    let walk = StridedWalk(target, strides)
    return .computed(name, target, from: self) { memory in walk.run(memory.input(0), memory.output()) }
  }
}

/// A walk through memory, with neighbouring axes that can be walked as one joined.
private struct StridedWalk {
  private(set) var sizes: [Int] = []
  private(set) var strides: [Int] = []
  private static let mostOfKernel = 6

  init(_ shape: Shape, _ steps: [Int]) {
    for (size, step) in zip(shape, steps) where size != 1 {
      if let last = sizes.last, strides[strides.count - 1] == step * size {
        (sizes[sizes.count - 1], strides[strides.count - 1]) = (last * size, step)
      } else {
        sizes.append(size)
        strides.append(step)
      }
    }
    if sizes.isEmpty { (sizes, strides) = ([1], [1]) }
  }

  func run(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>) {
    guard sizes.count <= Self.mostOfKernel else { return runOverLeadingAxis(x, y) }
    let rest = sizes.dropFirst().reduce(1, *)
    Workers.run(sizes[0], grain: max(1, elementGrain / max(1, rest))) { range in
      ck_permute(x, y, sizes, strides, Int32(sizes.count), range.lowerBound, range.upperBound)
    }
  }

  /// One axis more than the kernel takes: a walk for each of its indices.
  private func runOverLeadingAxis(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>) {
    var inner = self
    inner.sizes.removeFirst()
    inner.strides.removeFirst()
    let rest = inner.sizes.reduce(1, *)
    for i in 0..<sizes[0] { inner.run(x + i * strides[0], y + i * rest) }
  }
}
