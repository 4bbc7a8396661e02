internal import Report

extension Tensor {
  /// The values where `mask` is not 0, [n]; with a mask [rows] of a tensor of more axes, the rows where it is
  /// not 0. How many there are follows from values, so a network that uses it runs without a program.
  public func masked(_ mask: Tensor) throws -> Tensor {
    try mask.requireValues()
    let places = mask.withUnsafeValues { mask in mask.indices.filter { mask[$0] != 0 } }
    if mask.shape == shape { return try reshaped([count]).take(places) }
    guard mask.rank == 1, rank > 0, mask.count == shape[0] else {
      throw Fault(
        .shape, en: "masked: the mask is \(mask.shape.text), wanted \(shape.text) or [\(shape.first ?? 1)]",
        zh: "masked：掩码为 \(mask.shape.text)，应为 \(shape.text) 或 [\(shape.first ?? 1)]")
    }
    return try take(places)
  }

  /// The indices of the values that are not 0, [n, axes], counted from 0.
  public func nonzeroPlaces() throws -> Tensor {
    try requireValues()
    let places = withUnsafeValues { values in values.indices.filter { values[$0] != 0 } }
    let (strides, sizes) = (shape.strides, shape)
    return .filled([places.count, rank]) { target in
      for (row, place) in places.enumerated() {
        for axis in sizes.indices {
          target[row * sizes.count + axis] = Float(place / strides[axis] % sizes[axis])
        }
      }
    }
  }
}
