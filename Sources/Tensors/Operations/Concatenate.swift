internal import Report

extension Tensor {
  /// Tensors one after the other along an axis that is there already (counted from 0).
  public static func concatenated(_ parts: [Tensor], axis: Int = 0) throws -> Tensor {
    guard let first = parts.first else {
      throw Fault(.usage, en: "concat: no tensors given", zh: "concat：未给出张量")
    }
    guard first.shape.indices.contains(axis) else {
      throw ShapeFault.axis("concat", axis, of: first.shape)
    }
    var target = first.shape
    target[axis] = 0
    for part in parts {
      var shape = part.shape
      guard shape.count == target.count else {
        throw ShapeFault.mismatch("concat", first.shape, part.shape)
      }
      shape[axis] = target[axis]
      guard shape == target else { throw ShapeFault.mismatch("concat", first.shape, part.shape) }
      target[axis] += part.shape[axis]
    }
    let outer = Shape(target[..<axis]).elementCount
    let inner = Shape(target[(axis + 1)...]).elementCount
    let whole = target[axis] * inner
    let runs = parts.map { $0.shape[axis] * inner }
    let result = Tensor.computed("concat", [target], from: parts) { memory in
      var start = 0
      for (place, run) in runs.enumerated() {
        let (x, y) = (memory.input(place), memory.output() + start)
        for i in 0..<outer { (y + i * whole).update(from: x + i * run, count: run) }
        start += run
      }
    }[0]
    return result.recorded(from: parts) { gradient in
      var begin = 0
      return try parts.map { part in
        defer { begin += part.shape[axis] }
        return part.tracksGradient ? try gradient.slice(begin..<begin + part.shape[axis], axis: axis) : nil
      }
    }
  }

  /// Tensors of one shape along a new axis (counted from 0).
  public static func stacked(_ parts: [Tensor], axis: Int = 0) throws -> Tensor {
    guard let first = parts.first else {
      throw Fault(.usage, en: "stack: no tensors given", zh: "stack：未给出张量")
    }
    guard 0...first.rank ~= axis else { throw ShapeFault.axis("stack", axis, of: first.shape) }
    return try concatenated(
      parts.map { part in
        guard part.shape == first.shape else {
          throw ShapeFault.mismatch("stack", first.shape, part.shape)
        }
        var shape = part.shape
        shape.insert(1, at: axis)
        return try part.reshaped(shape)
      }, axis: axis)
  }
}
