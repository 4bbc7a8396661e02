/// Sizes of a tensor's axes, the outermost first: [batch, height, width, channels].
public typealias Shape = [Int]

extension Shape {
  /// `[32, 64, 64, 1]`; a single number's shape is `[]`.
  public var text: String { "[" + map(String.init).joined(separator: ", ") + "]" }

  /// Elements of a tensor of this shape.
  public var elementCount: Int { reduce(1, *) }

  /// How far apart neighbours along each axis lie, in elements.
  var strides: [Int] {
    var strides = [Int](repeating: 1, count: count)
    for axis in indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * self[axis + 1] }
    return strides
  }
}
