import Tensors

#if canImport(Glibc)
  import Glibc
#endif

let lossCases = [
  OperationCase("cross_entropy", [[4, 3]]) {
    try $0[0].crossEntropy([2, 0, 1, 1])
  } reference: { x in
    let shares = x[0].rows(Doubles.softmax)
    return Doubles([], [-[2, 0, 1, 1].enumerated().reduce(0) { $0 + log(shares[[$1.0, $1.1]]) } / 4])
  },
  OperationCase("cross_entropy weighted and smoothed", [[4, 3]]) {
    try $0[0].crossEntropy([2, 0, 1, 1], weights: [1, 2, 0.5], smoothing: 0.1)
  } reference: { x in
    let shares = x[0].rows(Doubles.softmax), weights = [1, 2, 0.5]
    var sum = 0.0, total = 0.0
    for (row, label) in [2, 0, 1, 1].enumerated() {
      for c in 0..<3 { sum -= weights[c] * ((c == label ? 0.9 : 0) + 0.1 / 3) * log(shares[[row, c]]) }
      total += weights[label]
    }
    return Doubles([], [sum / total])
  },
  OperationCase("mse", [[3, 2]]) {
    try $0[0].meanSquaredError(Tensor([3, 2], [1, 0, -1, 2, 0.5, 0]))
  } reference: { x in
    Doubles(
      [], [zip(x[0].values, [1, 0, -1, 2, 0.5, 0]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / 6])
  },
  OperationCase("huber", [[3, 2]]) {
    try $0[0].huber(Tensor([3, 2], [1, 0, -1, 2, 0.5, 0]))
  } reference: { x in
    let losses = zip(x[0].values, [1, 0, -1, 2, 0.5, 0]).map { a, b in
      abs(a - b) <= 1 ? 0.5 * (a - b) * (a - b) : abs(a - b) - 0.5
    }
    return Doubles([], [losses.reduce(0, +) / 6])
  },
  OperationCase("bce", [[3, 2]]) {
    try $0[0].binaryCrossEntropy(Tensor([3, 2], [1, 0, 1, 1, 0.5, 0]))
  } reference: { x in
    let losses = zip(x[0].values, [1, 0, 1, 1, 0.5, 0]).map { a, t in
      let p = 1 / (1 + exp(-a))
      return -t * log(p) - (1 - t) * log(1 - p)
    }
    return Doubles([], [losses.reduce(0, +) / 6])
  },
  OperationCase("focal", [[4, 3]]) {
    try $0[0].focalLoss([2, 0, 1, 1], gamma: 2)
  } reference: { x in
    let shares = x[0].rows(Doubles.softmax)
    let losses = [2, 0, 1, 1].enumerated().map { row, label in
      pow(1 - shares[[row, label]], 2) * -log(shares[[row, label]])
    }
    return Doubles([], [losses.reduce(0, +) / 4])
  },
  OperationCase("focal weighted, one passed over", [[4, 3]]) {
    try $0[0].focalLoss([2, -1, 1, 1], gamma: 0.5, weights: [1, 2, 0.5])
  } reference: { x in
    let shares = x[0].rows(Doubles.softmax)
    let losses = [(0, 2, 0.5), (2, 1, 2.0), (3, 1, 2.0)].map { row, label, weight in
      weight * pow(1 - shares[[row, label]], 0.5) * -log(shares[[row, label]])
    }
    return Doubles([], [losses.reduce(0, +) / 4.5])
  },
  OperationCase("dice", [[2, 2, 3]]) {
    try $0[0].diceLoss(Tensor([2, 2, 3], [1, 0, 1, 1, 0, 0, 0, 0, 0, 0.5, 0, 1]))
  } reference: { x in
    let wanted: [Double] = [1, 0, 1, 1, 0, 0, 0, 0, 0, 0.5, 0, 1]
    let losses = (0..<2).map { sample in
      let pairs = (sample * 6..<sample * 6 + 6).map { (1 / (1 + exp(-x[0].values[$0])), wanted[$0]) }
      let both = pairs.reduce(1) { $0 + 2 * $1.0 * $1.1 }
      return 1 - both / pairs.reduce(1) { $0 + $1.0 * $1.0 + $1.1 * $1.1 }
    }
    return Doubles([], [losses.reduce(0, +) / 2])
  },
  OperationCase("triplet", [[6, 3]], in: -1...1) {
    try $0[0].tripletLoss([0, 1, 0, 1, 2, -1], margin: 0.5)
  } reference: { x in
    let labels = [0, 1, 0, 1, 2, -1]
    func distance(_ a: Int, _ b: Int) -> Double {
      (0..<3).reduce(0) { $0 + (x[0][[a, $1]] - x[0][[b, $1]]) * (x[0][[a, $1]] - x[0][[b, $1]]) }
    }
    let losses = (0..<4).map { a in
      let own = (0..<5).filter { $0 != a && labels[$0] == labels[a] }.map { distance(a, $0) }.max() ?? 0
      let other = (0..<5).filter { labels[$0] != labels[a] }.map { distance(a, $0) }.min() ?? 0
      return max(0, own - other + 0.5)
    }
    return Doubles([], [losses.reduce(0, +) / 4])
  },
]
