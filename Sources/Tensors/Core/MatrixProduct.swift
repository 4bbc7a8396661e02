internal import Workers

/// One call of the matrix kernel: c = op(a) op(b), where op is nothing or the transpose.
struct MatrixProduct {
  let a: Tensor, b: Tensor
  let transposingA: Bool, transposingB: Bool
  let m: Int, n: Int, k: Int

  init(_ a: Tensor, _ b: Tensor, transposingA: Bool = false, transposingB: Bool = false) {
    self.a = a
    self.b = b
    self.transposingA = transposingA
    self.transposingB = transposingB
    (m, k) = transposingA ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
    n = transposingB ? b.shape[0] : b.shape[1]
    precondition(k == (transposingB ? b.shape[1] : b.shape[0]), "inner sizes")
  }

  func result() -> Tensor {
    let c = Tensor(uninitialized: [m, n])
    let (x, y, z) = (a.values, b.values, c.values)
    let (rowStep, innerStep) = transposingA ? (1, m) : (k, 1)
    Workers.run(m, grain: Swift.max(1, elementGrain / Swift.max(1, n * k))) { rows in
      for i in rows {
        let row = z + i * n
        row.update(repeating: 0, count: n)
        for p in 0..<k {
          let factor = x[i * rowStep + p * innerStep]
          if transposingB {
            for j in 0..<n { row[j] += factor * y[j * k + p] }
          } else {
            let other = y + p * n
            for j in 0..<n { row[j] += factor * other[j] }
          }
        }
      }
    }
    return c
  }
}
