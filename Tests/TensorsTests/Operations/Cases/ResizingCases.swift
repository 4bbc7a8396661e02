import Tensors

private func upsample(
  _ kind: Upsampling, _ shape: [Int], by factors: (rows: Int, columns: Int)
) -> OperationCase {
  OperationCase("upsample \(kind) by \(factors)", [shape]) {
    try $0[0].upsampled(by: factors, kind)
  } reference: { x in
    let (rows, columns) = (factors.rows, factors.columns)
    return Doubles([shape[0], shape[1] * rows, shape[2] * columns, shape[3]]) { i in
      guard kind == .bilinear else { return x[0][[i[0], i[1] / rows, i[2] / columns, i[3]]] }
      let down = position(i[1], rows, shape[1]), right = position(i[2], columns, shape[2])
      return [(down.low, 1 - down.share), (down.high, down.share)].reduce(0) { sum, row in
        [(right.low, 1 - right.share), (right.high, right.share)].reduce(sum) {
          $0 + row.1 * $1.1 * x[0][[i[0], row.0, $1.0, i[3]]]
        }
      }
    }
  }
}

/// Where a place of the enlarged axis lies on the axis it came from: between `low` and `high`.
private func position(_ place: Int, _ factor: Int, _ size: Int) -> (low: Int, high: Int, share: Double) {
  let source = max(0, (Double(place) + 0.5) / Double(factor) - 0.5)
  return (Int(source), min(Int(source) + 1, size - 1), source - source.rounded(.down))
}

let resizingCases = [
  upsample(.nearest, [2, 3, 2, 2], by: (2, 3)), upsample(.nearest, [1, 1, 4, 3], by: (1, 2)),
  upsample(.bilinear, [2, 3, 4, 2], by: (2, 2)), upsample(.bilinear, [1, 2, 3, 1], by: (3, 1)),
]
