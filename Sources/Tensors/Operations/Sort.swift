internal import Workers

extension Tensor {
  /// The values along an axis (counted from 0) in order, and where each stood, counted from 0. Equal values keep
  /// their order, and NaN comes last either way.
  ///
  /// - Throws: a shape fault for an axis of more places than float32 can count, 16,777,216.
  public func sorted(axis: Int, descending: Bool = false) throws -> (values: Tensor, order: Tensor) {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("sort", axis, of: shape) }
    try Tensor.requireCountable("sort", shape, axis)
    let runs = Runs(shape, axis)
    let workspace = Workspace(4 * runs.length + 512, parts: runs.parts)
    let outputs = Tensor.computed("sort", [shape, shape], from: [self], scratch: workspace.total) { memory in
      let (x, y, order) = (memory.input(0), memory.output(), memory.output(1))
      runs.parts.run { part, range in
        let space = UnsafeMutableRawPointer(memory.scratch + part * workspace.size)
        let keys = SortKeys(space.assumingMemoryBound(to: UInt64.self), count: runs.length)
        for run in range {
          let start = runs.start(run)
          keys.fill(x + start, stride: runs.stride, descending: descending)
          keys.sort()
          for place in 0..<runs.length {
            let from = keys.place(place)
            y[start + place * runs.stride] = x[start + from * runs.stride]
            order[start + place * runs.stride] = Float(from)
          }
        }
      }
    }
    let (values, order) = (outputs[0], outputs[1])
    let recorded = values.recorded(from: self) { [shape] gradient in
      [
        .computed("sort gradient", shape, from: gradient, order) { memory in
          let (g, order, d) = (memory.input(0), memory.input(1), memory.output())
          runs.forEach { start in
            for place in stride(from: start, to: start + runs.length * runs.stride, by: runs.stride) {
              d[start + Int(order[place]) * runs.stride] = g[place]
            }
          }
        }
      ]
    }
    return (recorded, order)
  }
}

/// The runs of values along one axis.
struct Runs {
  let length: Int
  let stride: Int
  let parts: Parts
  private let count: Int

  init(_ shape: Shape, _ axis: Int) {
    length = shape[axis]
    stride = Shape(shape[(axis + 1)...]).elementCount
    count = Shape(shape[..<axis]).elementCount * stride
    parts = Parts(count, grain: Swift.max(1, elementGrain / Swift.max(1, length)))
  }

  /// Where a run starts.
  func start(_ run: Int) -> Int { run / stride * length * stride + run % stride }

  func forEach(_ body: (_ start: Int) -> Void) {
    parts.run { _, range in
      for run in range { body(start(run)) }
    }
  }
}

/// Values as whole numbers of the same order, each with its place in the lower half, sorted byte by byte from the
/// lowest (radix sort; Knuth, volume 3, 5.2.5), which keeps the order of equal ones.
private struct SortKeys {
  let count: Int
  private let keys: UnsafeMutablePointer<UInt64>
  private let other: UnsafeMutablePointer<UInt64>
  private let heads: UnsafeMutablePointer<UInt64>

  /// - Parameter space: 2 `count` + 256 numbers.
  init(_ space: UnsafeMutablePointer<UInt64>, count: Int) {
    self.count = count
    keys = space
    other = space + count
    heads = space + 2 * count
  }

  func place(_ index: Int) -> Int { Int(keys[index] & 0xFFFF_FFFF) }

  func fill(_ x: UnsafePointer<Float>, stride: Int, descending: Bool) {
    for i in 0..<count {
      // 0 and -0 are equal.
      let value = x[i * stride] + 0
      let bits = value.bitPattern
      var key = bits & 0x8000_0000 == 0 ? bits | 0x8000_0000 : ~bits
      if descending { key = ~key }
      if value.isNaN { key = .max }
      keys[i] = UInt64(key) << 32 | UInt64(i)
    }
  }

  func sort() {
    if count <= 64 { return insert() }
    for shift in stride(from: UInt64(32), to: 64, by: 16) {
      pass(keys, other, shift)
      pass(other, keys, shift + 8)
    }
  }

  private func insert() {
    for i in stride(from: 1, to: count, by: 1) {
      let key = keys[i]
      var place = i
      while place > 0, keys[place - 1] > key {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  private func pass(
    _ from: UnsafeMutablePointer<UInt64>, _ to: UnsafeMutablePointer<UInt64>, _ shift: UInt64
  ) {
    heads.update(repeating: 0, count: 256)
    for i in 0..<count { heads[Int(from[i] >> shift & 255)] += 1 }
    var start: UInt64 = 0
    for byte in 0..<256 { (heads[byte], start) = (start, start + heads[byte]) }
    for i in 0..<count {
      let byte = Int(from[i] >> shift & 255)
      to[Int(heads[byte])] = from[i]
      heads[byte] += 1
    }
  }
}
