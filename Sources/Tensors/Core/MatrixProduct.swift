internal import CKernels

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

  /// [m, n]; each worker makes some of its rows.
  func result() -> Tensor {
    let (m, n, k) = (m, n, k)
    let (transposingA, transposingB) = (transposingA, transposingB)
    let (aColumns, bColumns) = (a.shape[1], b.shape[1])
    let parts = Parts(m, grain: Swift.max(4, 65_536 / Swift.max(1, n * k)))
    let workspace = Workspace(ck_sgemm_workspace(m, n, k), parts: parts)
    return .computed("matmul", [m, n], from: a, b, scratch: workspace.total, accumulating: true) { memory in
      guard m * n > 0 else { return }
      let (x, y, z) = (memory.input(0), memory.input(1), memory.output())
      let beta: Float = memory.flags & Int32(CK_ACCUMULATE) == 0 ? 0 : 1
      parts.run { part, rows in
        ck_sgemm(
          x + (transposingA ? rows.lowerBound : rows.lowerBound * aColumns), aColumns, transposingA, y,
          bColumns, transposingB, z + rows.lowerBound * n, n, rows.count, n, k, 1, beta,
          memory.scratch + part * workspace.size)
      }
    }
  }
}
