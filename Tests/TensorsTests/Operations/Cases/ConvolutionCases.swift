import Tensors

/// A convolution in plain loops.
private func convolved(
  _ x: Doubles, _ w: Doubles, _ bias: Doubles?, _ out: (Int, Int), stride s: (Int, Int), before p: (Int, Int),
  dilation d: (Int, Int), groups: Int
) -> Doubles {
  let (filters, inputs) = (w.shape[3], w.shape[2])
  return Doubles([x.shape[0], out.0, out.1, filters]) { i in
    var sum = bias?[[i[3]]] ?? 0
    let first = i[3] / (filters / groups) * inputs
    for index in Doubles.indices([w.shape[0], w.shape[1], inputs]) {
      let (row, column) = (i[1] * s.0 - p.0 + index[0] * d.0, i[2] * s.1 - p.1 + index[1] * d.1)
      sum += x.orZero([i[0], row, column, first + index[2]]) * w[index + [i[3]]]
    }
    return sum
  }
}

private func convolution(
  _ name: String, _ x: [Int], _ w: [Int], out: (Int, Int), stride: (Int, Int) = (1, 1),
  padding: Convolution.Padding = .exact(0, 0), before: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1),
  groups: Int = 1
) -> OperationCase {
  OperationCase(name, [x, w, [w[3]]]) {
    try $0[0].conv2d(
      $0[1], bias: $0[2],
      Convolution(stride: stride, padding: padding, dilation: dilation, groups: groups))
  } reference: {
    convolved(
      $0[0], $0[1], $0[2], out, stride: stride, before: before, dilation: dilation, groups: groups)
  }
}

/// A transposed convolution in plain loops: every value is spread over the places that its kernel reaches.
private func transposed(
  _ name: String, _ x: [Int], _ w: [Int], out: (Int, Int), stride s: (Int, Int) = (1, 1),
  padding: Convolution.Padding = .exact(0, 0), before p: (Int, Int) = (0, 0), dilation d: (Int, Int) = (1, 1),
  groups: Int = 1, extra: (Int, Int) = (0, 0)
) -> OperationCase {
  let (outputs, inputs) = (w[2], w[3] / groups)
  return OperationCase(name, [x, w, [outputs * groups]]) {
    try $0[0].convTranspose2d(
      $0[1], bias: $0[2], Convolution(stride: s, padding: padding, dilation: d, groups: groups), extra: extra)
  } reference: { given in
    var y = Doubles([x[0], out.0, out.1, outputs * groups]) { given[2][[$0[3]]] }
    for i in Doubles.indices(x) {
      for k in Doubles.indices([w[0], w[1], outputs]) {
        let (row, column) = (i[1] * s.0 - p.0 + k[0] * d.0, i[2] * s.1 - p.1 + k[1] * d.1)
        guard 0..<out.0 ~= row, 0..<out.1 ~= column else { continue }
        let filter = i[3] / inputs * outputs + k[2]
        let place = ((i[0] * out.0 + row) * out.1 + column) * outputs * groups + filter
        y.values[place] += given[0][i] * given[1][k + [i[3]]]
      }
    }
    return y
  }
}

let convolutionCases = [
  convolution("conv2d", [2, 4, 5, 2], [3, 3, 2, 3], out: (2, 3)),
  convolution(
    "conv2d of one channel", [2, 5, 5, 1], [3, 3, 1, 4], out: (5, 5), padding: .same, before: (1, 1)),
  convolution(
    "conv2d strided", [2, 6, 5, 3], [3, 3, 3, 2], out: (3, 3), stride: (2, 2), padding: .exact(1, 1),
    before: (1, 1)),
  convolution(
    "conv2d same strided", [1, 5, 4, 2], [2, 2, 2, 2], out: (3, 2), stride: (2, 2), padding: .same,
    before: (0, 0)),
  convolution(
    "conv2d dilated", [1, 6, 6, 1], [3, 3, 1, 2], out: (6, 6), padding: .same, before: (2, 2),
    dilation: (2, 2)),
  convolution(
    "conv2d in groups", [2, 4, 4, 4], [3, 3, 2, 4], out: (4, 4), padding: .same, before: (1, 1), groups: 2),
  convolution(
    "conv2d depthwise", [1, 4, 4, 3], [3, 3, 1, 3], out: (4, 4), padding: .same, before: (1, 1), groups: 3),
  convolution("conv2d 1x1 strided", [2, 4, 4, 3], [1, 1, 3, 2], out: (2, 2), stride: (2, 2)),
  OperationCase("conv1d", [[2, 7, 3], [3, 3, 2], [2]]) {
    try $0[0].conv1d(
      $0[1], bias: $0[2],
      Convolution(stride: (1, 2), padding: .exact(0, 2), dilation: (1, 2)))
  } reference: { x in
    Doubles([2, 4, 2]) { i in
      Doubles.indices([3, 3]).reduce(x[2][[i[2]]]) {
        $0 + x[0].orZero([i[0], i[1] * 2 - 2 + $1[0] * 2, $1[1]]) * x[1][$1 + [i[2]]]
      }
    }
  },
  transposed("conv_transpose2d", [2, 3, 2, 3], [3, 3, 2, 3], out: (5, 4)),
  transposed(
    "conv_transpose2d strided", [1, 3, 4, 2], [3, 3, 4, 2], out: (6, 8), stride: (2, 2),
    padding: .exact(1, 1), before: (1, 1), extra: (1, 1)),
  transposed(
    "conv_transpose2d in place of an up-convolution", [2, 3, 2, 4], [2, 2, 3, 4], out: (6, 4), stride: (2, 2)),
  transposed(
    "conv_transpose2d same", [1, 2, 3, 2], [3, 3, 2, 2], out: (4, 6), stride: (2, 2), padding: .same,
    before: (0, 0)),
  transposed(
    "conv_transpose2d dilated in groups", [1, 3, 3, 4], [2, 2, 3, 4], out: (5, 5), dilation: (2, 2),
    groups: 2),
]
