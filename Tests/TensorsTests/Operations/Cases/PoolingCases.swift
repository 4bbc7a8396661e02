import Tensors

/// The values under each window, for a pooling in plain loops.
private func windows(
  _ x: Doubles, _ kernel: Int, _ stride: Int, _ padding: Int, _ f: @escaping ([Double]) -> Double
) -> Doubles {
  let out = [1, 2].map { (x.shape[$0] + 2 * padding - kernel) / stride + 1 }
  return Doubles([x.shape[0], out[0], out[1], x.shape[3]]) { i in
    var values: [Double] = []
    for (row, column) in (0..<kernel * kernel).map({ ($0 / kernel, $0 % kernel) }) {
      let place = [i[0], i[1] * stride - padding + row, i[2] * stride - padding + column, i[3]]
      if zip(place, x.shape).allSatisfy({ 0..<$1 ~= $0 }) { values.append(x[place]) }
    }
    return f(values)
  }
}

let poolingCases = [
  OperationCase("max_pool2d", [[2, 4, 5, 2]]) {
    try $0[0].maxPool2d(Pooling(kernel: (2, 2)))
  } reference: {
    windows($0[0], 2, 2, 0) { $0.max() ?? 0 }
  },
  OperationCase("max_pool2d padded", [[1, 5, 5, 2]]) {
    try $0[0].maxPool2d(Pooling(kernel: (3, 3), stride: (2, 2), padding: (1, 1)))
  } reference: {
    windows($0[0], 3, 2, 1) { $0.max() ?? 0 }
  },
  OperationCase("avg_pool2d", [[2, 5, 4, 2]]) {
    try $0[0].averagePool2d(Pooling(kernel: (3, 3), stride: (2, 2), padding: (1, 1)))
  } reference: {
    windows($0[0], 3, 2, 1) { $0.reduce(0, +) / 9 }
  },
  OperationCase("adaptive_avg_pool2d", [[2, 3, 4, 2]]) {
    try $0[0].adaptiveAveragePool2d(1, 1)
  } reference: { x in
    let mean = x[0].reduced([1, 2]) { $0.reduce(0, +) / 12 }
    return Doubles([2, 1, 1, 2], mean.values)
  },
  OperationCase("adaptive_avg_pool2d of unequal cells", [[1, 5, 4, 1]]) {
    try $0[0].adaptiveAveragePool2d(2, 2)
  } reference: { x in
    let rows = [0..<3, 2..<5], columns = [0..<2, 2..<4]
    return Doubles([1, 2, 2, 1]) { i in
      rows[i[1]].reduce(0) { sum, r in columns[i[2]].reduce(sum) { $0 + x[0][[0, r, $1, 0]] } } / 6
    }
  },
]
