import Tensors

let movementCases = [
  OperationCase("reshape", [[2, 6]]) {
    try $0[0].reshaped([3, -1])
  } reference: {
    Doubles([3, 4], $0[0].values)
  },
  OperationCase("permute", [[2, 3, 4]]) {
    try $0[0].permuted([2, 0, 1])
  } reference: { x in
    Doubles([4, 2, 3]) { x[0][[$0[1], $0[2], $0[0]]] }
  },
  OperationCase("transpose", [[3, 2]]) {
    try $0[0].transposed()
  } reference: { x in
    Doubles([2, 3]) { x[0][[$0[1], $0[0]]] }
  },
  OperationCase("slice", [[3, 5, 2]]) {
    try $0[0].slice(1..<4, axis: 1)
  } reference: { x in
    Doubles([3, 3, 2]) { x[0][[$0[0], $0[1] + 1, $0[2]]] }
  },
  OperationCase("gather", [[4, 2]]) {
    try $0[0].rows([3, 1, 3])
  } reference: { x in
    Doubles([3, 2]) { x[0][[[3, 1, 3][$0[0]], $0[1]]] }
  },
  OperationCase("concat", [[2, 1, 2], [2, 3, 2]]) {
    try .concatenated($0, axis: 1)
  } reference: { x in
    Doubles([2, 4, 2]) { i in i[1] < 1 ? x[0][i] : x[1][[i[0], i[1] - 1, i[2]]] }
  },
  OperationCase("stack", [[2, 3], [2, 3]]) {
    try .stacked($0, axis: 1)
  } reference: { x in
    Doubles([2, 2, 3]) { x[$0[1]][[$0[0], $0[2]]] }
  },
  OperationCase("pad", [[2, 3]]) {
    try $0[0].padded([(1, 0), (2, 1)])
  } reference: { x in
    Doubles([3, 6]) { x[0].orZero([$0[0] - 1, $0[1] - 2]) }
  },
  OperationCase("embedding", [[4, 3]]) {
    try Tensor([2, 2], [3, 1, 1, 4]).embedded(in: $0[0], countingFrom: 1)
  } reference: { x in
    Doubles([2, 2, 3]) { x[0][[[[2, 0], [0, 3]][$0[0]][$0[1]], $0[2]]] }
  },
]
