internal import Report

extension Tensor {
  /// The same values in another shape; one size may be -1, which is then worked out. Costs nothing.
  public func reshaped(_ wanted: Shape) throws -> Tensor {
    var target = wanted
    let known = wanted.filter { $0 != -1 }.elementCount
    if let free = wanted.firstIndex(of: -1), known > 0, count % known == 0 { target[free] = count / known }
    guard target.allSatisfy({ $0 >= 0 }), target.elementCount == count else {
      throw Fault(
        .shape, en: "reshape: \(shape.text) has \(count) values, \(wanted.text) does not fit them",
        zh: "reshape：\(shape.text) 有 \(count) 个值，无法变为 \(wanted.text)")
    }
    return Tensor(target, storage: storage).recorded(from: self) { [shape] gradient in
      [Tensor(shape, storage: gradient.storage)]
    }
  }

  /// Every axis but the first in one: [n, h, w, c] becomes [n, h w c].
  public func flattened() throws -> Tensor {
    guard rank != 2 else { return self }
    guard rank > 0 else { return try reshaped([1, 1]) }
    return try reshaped([shape[0], Shape(shape.dropFirst()).elementCount])
  }
}
