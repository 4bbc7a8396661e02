internal import CKernels

/// op(a) op(b), where op is nothing or the transpose; then bias and activation where asked.
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
  func result(bias: Tensor? = nil, _ activation: FusedActivation = .none) -> Tensor {
    let (m, n, k, transposingA) = (m, n, k, transposingA)
    let columns = a.shape[1]
    let flags = activation.flags | Precision.current.flags
    let parts = Parts(m, grain: Swift.max(4, 65_536 / Swift.max(1, n * k)))
    let workspace = Workspace(ck_sgemm_workspace(m, n, k), parts: parts)
    let inputs = [a, packedB(flags)] + (bias.map { [$0] } ?? [])
    return Tensor.computed(
      "matmul", [[m, n]], from: inputs, scratch: workspace.total, accumulating: true
    ) { [hasBias = bias != nil] memory in
      guard m * n > 0 else { return }
      let (x, packed, z) = (memory.input(0), memory.input(1), memory.output())
      let bias = hasBias ? memory.input(2) : nil
      parts.run { part, rows in
        ck_sgemm_with_packed(
          x + (transposingA ? rows.lowerBound : rows.lowerBound * columns), columns, transposingA, packed,
          bias,
          z + rows.lowerBound * n, n, rows.count, n, k, flags | memory.flags,
          memory.scratch + part * workspace.size)
      }
    }[0]
  }

  /// op(b) in the order in which the kernel reads it.
  private func packedB(_ flags: Int32) -> Tensor {
    let (n, k, transposingB, columns) = (n, k, transposingB, b.shape[1])
    return .computed("pack matrix", [ck_sgemm_packed_b(n, k, flags)], from: b) { memory in
      ck_sgemm_pack_b(memory.input(0), columns, transposingB, memory.output(), n, k, flags)
    }
  }
}
