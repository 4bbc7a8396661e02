internal import CKernels

extension Tensor {
  /// As many matrix products as the leading axes count, all in one computation: [.., m, k] by [.., k, n] is
  /// [.., m, n]. The leading axes are equal.
  ///
  /// - Parameter transposingB: b is [.., n, k].
  public static func batchedMatrixMultiply(_ a: Tensor, _ b: Tensor, transposingB: Bool = false) throws
    -> Tensor
  {
    guard a.rank >= 2, a.rank == b.rank, a.shape.dropLast(2) == b.shape.dropLast(2),
      a.shape[a.rank - 1] == b.shape[b.rank - (transposingB ? 1 : 2)]
    else { throw ShapeFault.mismatch("matmul", a.shape, b.shape) }
    return batchedProduct(a, b, transposingB: transposingB).recorded(from: a, b) { gradient in
      let left =
        a.tracksGradient ? batchedProduct(gradient, b, transposingB: !transposingB) : nil
      guard b.tracksGradient else { return [left, nil] }
      let right =
        transposingB
        ? batchedProduct(gradient, a, transposingA: true) : batchedProduct(a, gradient, transposingA: true)
      return [left, right]
    }
  }

  /// c = op(a) op(b) for each place of the leading axes, op being nothing or the transpose; each worker makes some
  /// of all rows.
  private static func batchedProduct(
    _ a: Tensor, _ b: Tensor, transposingA: Bool = false, transposingB: Bool = false
  ) -> Tensor {
    let (last, lead) = (a.rank - 1, Shape(a.shape.dropLast(2)))
    let (aColumns, bColumns) = (a.shape[last], b.shape[last])
    let (m, k) = transposingA ? (aColumns, a.shape[last - 1]) : (a.shape[last - 1], aColumns)
    let n = transposingB ? b.shape[last - 1] : bColumns
    let parts = Parts(lead.elementCount * m, grain: Swift.max(4, 65_536 / Swift.max(1, n * k)))
    let workspace = Workspace(ck_sgemm_workspace(m, n, k), parts: parts)
    return .computed(
      "batched matmul", lead + [m, n], from: a, b, scratch: workspace.total, accumulating: true
    ) { memory in
      guard m * n > 0 else { return }
      let (x, y, z) = (memory.input(0), memory.input(1), memory.output())
      let beta: Float = memory.flags & Int32(CK_ACCUMULATE) == 0 ? 0 : 1
      parts.run { part, rows in
        var row = rows.lowerBound
        while row < rows.upperBound {
          let (batch, first) = row.quotientAndRemainder(dividingBy: m)
          let count = Swift.min(m - first, rows.upperBound - row)
          ck_sgemm(
            x + batch * m * k + first * (transposingA ? 1 : aColumns), aColumns, transposingA,
            y + batch * k * n, bColumns, transposingB, z + row * n, n, count, n, k, 1, beta,
            memory.scratch + part * workspace.size)
          row += count
        }
      }
    }
  }
}
