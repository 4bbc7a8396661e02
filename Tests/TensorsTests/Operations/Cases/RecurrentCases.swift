import Tensors

#if canImport(Glibc)
  import Glibc
#endif

private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// The states of all steps, [n, length, size]: `step` makes the states of one sample from what stands before it.
private func unrolled(
  _ x: Doubles, size: Int, _ step: (_ given: [Double], _ state: [Double], _ cell: inout [Double]) -> [Double]
) -> Doubles {
  var values: [Double] = []
  let width = x.shape[2]
  for sample in 0..<x.shape[0] {
    var state = [Double](repeating: 0, count: size), cell = state
    for time in 0..<x.shape[1] {
      let first = (sample * x.shape[1] + time) * width
      state = step(Array(x.values[first..<first + width]), state, &cell)
      values += state
    }
  }
  return Doubles([x.shape[0], x.shape[1], size], values)
}

/// A row times a matrix.
private func times(_ row: [Double], _ w: Doubles) -> [Double] {
  (0..<w.shape[1]).map { j in row.indices.reduce(0) { $0 + row[$1] * w[[$1, j]] } }
}

let recurrentCases = [
  OperationCase("lstm", [[3, 4, 8], [2, 8]]) {
    try $0[0].lstm($0[1])
  } reference: { x in
    unrolled(x[0], size: 2) { given, state, cell in
      let said = times(state, x[1])
      let gates = zip(given, said).map { $0 + $1 }
      cell = (0..<2).map { sigmoid(gates[2 + $0]) * cell[$0] + sigmoid(gates[$0]) * tanh(gates[4 + $0]) }
      return (0..<2).map { sigmoid(gates[6 + $0]) * tanh(cell[$0]) }
    }
  },
  OperationCase("gru", [[3, 4, 6], [2, 6], [2]]) {
    try $0[0].gru($0[1], bias: $0[2])
  } reference: { x in
    unrolled(x[0], size: 2) { given, state, _ in
      let said = times(state, x[1])
      return (0..<2).map { j in
        let (r, z) = (sigmoid(given[j] + said[j]), sigmoid(given[2 + j] + said[2 + j]))
        let c = tanh(given[4 + j] + r * (said[4 + j] + x[2][[j]]))
        return (1 - z) * c + z * state[j]
      }
    }
  },
]
