extension Tensor {
  /// The different values in ascending order, NaN at the end, and how often each comes. How many there are follows
  /// from values, so a network that uses it runs without a program.
  public func unique() throws -> (values: Tensor, counts: Tensor) {
    try requireValues()
    let sorted = try detached().reshaped([count]).sorted(axis: 0).values.list
    var values: [Float] = []
    var counts: [Float] = []
    for value in sorted {
      if let last = values.last, last == value || (last.isNaN && value.isNaN) {
        counts[counts.count - 1] += 1
      } else {
        values.append(value)
        counts.append(1)
      }
    }
    return (Tensor(values), Tensor(counts))
  }
}
