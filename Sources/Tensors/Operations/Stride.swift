internal import Workers

/// Places along one axis: `count` of them from `first` on, `step` apart, counted from 0.
public struct AxisRange: Sendable, Equatable {
  public var first: Int
  public var step: Int
  public var count: Int

  public init(first: Int, step: Int = 1, count: Int) {
    self.first = first
    self.step = step
    self.count = count
  }

  /// All places of an axis.
  public static func whole(_ size: Int) -> AxisRange { AxisRange(first: 0, count: size) }

  /// All places of an axis, the last first.
  public static func reversed(_ size: Int) -> AxisRange {
    AxisRange(first: Swift.max(0, size - 1), step: -1, count: size)
  }

  func fits(_ size: Int) -> Bool {
    count == 0 || (count > 0 && 0..<size ~= first && 0..<size ~= first + step * (count - 1))
  }
}

extension Tensor {
  /// The values at some places of each axis: every second row, the columns from last to first.
  ///
  /// - Parameter ranges: one for each axis.
  public func strided(_ ranges: [AxisRange]) throws -> Tensor {
    let walk = try StridedWalk("slice", shape, ranges)
    let result = Tensor.computed("slice", walk.target, from: self) { memory in
      let (x, y) = (memory.input(0), memory.output())
      walk.forEachRow { row, start, stride, length in
        for i in 0..<length { y[row + i] = x[start + i * stride] }
      }
    }
    return result.recorded(from: self) { [shape, count] gradient in
      [
        .computed("slice gradient", shape, from: gradient) { memory in
          let (g, d) = (memory.input(0), memory.output())
          d.update(repeating: 0, count: count)
          walk.forEachRow { row, start, stride, length in
            for i in 0..<length { d[start + i * stride] = g[row + i] }
          }
        }
      ]
    }
  }

  /// The tensor with other values at some places: those of `value`, repeated to the places' shape.
  public func replacing(_ ranges: [AxisRange], with value: Tensor) throws -> Tensor {
    let walk = try StridedWalk("with", shape, ranges)
    let new = try value.repeated(to: walk.target)
    let count = count
    func written(_ name: String, _ whole: Tensor, _ part: Tensor) -> Tensor {
      .computed(name, whole.shape, from: whole, part) { memory in
        let (x, v, y) = (memory.input(0), memory.input(1), memory.output())
        y.update(from: x, count: count)
        walk.forEachRow { row, start, stride, length in
          for i in 0..<length { y[start + i * stride] = v[row + i] }
        }
      }
    }
    return written("with", self, new).recorded(from: self, new) { [self] gradient in
      [
        tracksGradient ? written("with gradient", gradient, .zeros(walk.target)) : nil,
        new.tracksGradient ? try gradient.strided(ranges) : nil,
      ]
    }
  }

  /// The places along `axes` (counted from 0; all when empty) in reverse order.
  public func flipped(_ axes: [Int] = []) throws -> Tensor {
    for axis in axes where !shape.indices.contains(axis) {
      throw ShapeFault.axis("flip", axis, of: shape)
    }
    return try strided(
      shape.indices.map { axes.isEmpty || axes.contains($0) ? .reversed(shape[$0]) : .whole(shape[$0]) })
  }
}

/// How to walk from row to row of what is taken out of a tensor.
private struct StridedWalk {
  let target: Shape
  private let strides: [Int]
  private let origin: Int

  init(_ operation: String, _ shape: Shape, _ ranges: [AxisRange]) throws {
    guard ranges.count == shape.count else {
      throw ShapeFault.mismatch(operation, shape, ranges.map(\.count))
    }
    for (axis, range) in ranges.enumerated() where !range.fits(shape[axis]) {
      let last = range.first + range.step * (range.count - 1)
      let outside = 0..<shape[axis] ~= range.first ? last : range.first
      throw ShapeFault.index(operation, outside, axis: axis, of: shape)
    }
    let own = shape.strides
    target = ranges.map(\.count)
    strides = ranges.indices.map { own[$0] * ranges[$0].step }
    origin = target.elementCount == 0 ? 0 : ranges.indices.reduce(0) { $0 + own[$1] * ranges[$1].first }
  }

  /// Calls `body` with the place of each row in the result, where it starts in the source, how far its values
  /// lie apart there, and how many they are.
  func forEachRow(_ body: (_ row: Int, _ start: Int, _ stride: Int, _ length: Int) -> Void) {
    let length = target.last ?? 1
    let stride = strides.last ?? 1
    let rows = target.dropLast().reduce(1, *)
    guard length > 0 else { return }
    Workers.run(rows, grain: Swift.max(1, elementGrain / length)) { range in
      for row in range {
        var rest = row, start = origin
        for axis in target.indices.dropLast().reversed() {
          start += rest % target[axis] * strides[axis]
          rest /= target[axis]
        }
        body(row * length, start, stride, length)
      }
    }
  }
}
