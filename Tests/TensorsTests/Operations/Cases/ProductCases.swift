import Tensors

private func product(_ a: Doubles, _ b: Doubles) -> Doubles {
  let (m, k, n) = (a.shape[0], a.shape[1], b.shape[1])
  return Doubles([m, n]) { i in (0..<k).reduce(0) { $0 + a[[i[0], $1]] * b[[$1, i[1]]] } }
}

/// Attention in plain loops.
private func attended(_ q: Doubles, _ k: Doubles, _ v: Doubles, causal: Bool) -> Doubles {
  let (n, heads, length, size) = (q.shape[0], q.shape[1], q.shape[2], q.shape[3])
  let shares = Doubles([n, heads, length, length]) { i in
    guard !causal || i[3] <= i[2] else { return -.infinity }
    return (0..<size).reduce(0) {
      $0 + q[[i[0], i[1], i[2], $1]] * k[[i[0], i[1], i[3], $1]]
    } / Double(size).squareRoot()
  }.rows(Doubles.softmax)
  return Doubles([n, heads, length, v.shape[3]]) { i in
    (0..<length).reduce(0) { $0 + shares[[i[0], i[1], i[2], $1]] * v[[i[0], i[1], $1, i[3]]] }
  }
}

private func attention(causal: Bool) -> OperationCase {
  OperationCase("attention\(causal ? " causal" : "")", [[2, 2, 4, 3], [2, 2, 4, 3], [2, 2, 4, 5]]) {
    try .attention($0[0], $0[1], $0[2], causal: causal)
  } reference: {
    attended($0[0], $0[1], $0[2], causal: causal)
  }
}

/// Two heads of size 3, over queries, keys and values beside each other.
private func selfAttention(causal: Bool) -> OperationCase {
  OperationCase("self-attention\(causal ? " causal" : "")", [[2, 4, 18]]) {
    try $0[0].selfAttention(heads: 2, causal: causal)
  } reference: { x in
    let parts = (0..<3).map { part in
      Doubles([2, 2, 4, 3]) { x[0][[$0[0], $0[2], part * 6 + $0[1] * 3 + $0[3]]] }
    }
    let y = attended(parts[0], parts[1], parts[2], causal: causal)
    return Doubles([2, 4, 6]) { y[[$0[0], $0[2] / 3, $0[1], $0[2] % 3]] }
  }
}

let productCases = [
  OperationCase("matmul", [[3, 4], [4, 5]]) {
    try .matrixMultiply($0[0], $0[1])
  } reference: {
    product($0[0], $0[1])
  },
  OperationCase("matmul of a batch", [[2, 2, 3], [2, 3, 2]]) {
    try .matrixMultiply($0[0], $0[1])
  } reference: { x in
    Doubles([2, 2, 2]) { i in
      (0..<3).reduce(0) { $0 + x[0][[i[0], i[1], $1]] * x[1][[i[0], $1, i[2]]] }
    }
  },
  OperationCase("matmul with a vector", [[3, 4], [4]]) {
    try .matrixMultiply($0[0], $0[1])
  } reference: { x in
    Doubles([3]) { i in (0..<4).reduce(0) { $0 + x[0][[i[0], $1]] * x[1][[$1]] } }
  },
  OperationCase("linear", [[3, 4], [4, 2], [2]]) {
    try $0[0].linear($0[1], bias: $0[2])
  } reference: {
    Doubles.zip2(product($0[0], $0[1]), $0[2], +)
  },
  OperationCase("batched matmul", [[2, 3, 4, 5], [2, 3, 5, 2]]) {
    try .batchedMatrixMultiply($0[0], $0[1])
  } reference: { x in
    Doubles([2, 3, 4, 2]) { i in
      (0..<5).reduce(0) { $0 + x[0][[i[0], i[1], i[2], $1]] * x[1][[i[0], i[1], $1, i[3]]] }
    }
  },
  OperationCase("batched matmul transposing b", [[3, 4, 5], [3, 2, 5]]) {
    try .batchedMatrixMultiply($0[0], $0[1], transposingB: true)
  } reference: { x in
    Doubles([3, 4, 2]) { i in
      (0..<5).reduce(0) { $0 + x[0][[i[0], i[1], $1]] * x[1][[i[0], i[2], $1]] }
    }
  },
  attention(causal: false), attention(causal: true), selfAttention(causal: false),
  selfAttention(causal: true),
]
