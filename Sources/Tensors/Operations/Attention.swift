internal import CKernels

extension Tensor {
  /// Scaled dot-product attention (Vaswani et al., 2017): softmax(q kᵀ / √size) v, head by head, without the matrix
  /// of all products in memory (Dao et al., 2022).
  ///
  /// - Parameters:
  ///   - queries: [n, heads, length, size]
  ///   - keys: [n, heads, other length, size]
  ///   - values: [n, heads, other length, width]
  ///   - causal: a place sees itself and what stands before it, nothing after it.
  /// - Returns: [n, heads, length, width]
  public static func attention(_ queries: Tensor, _ keys: Tensor, _ values: Tensor, causal: Bool = false)
    throws -> Tensor
  {
    let (q, k, v) = (queries.shape, keys.shape, values.shape)
    guard q.count == 4, q[3] > 0 else {
      throw ShapeFault.wanted("attention", q, en: "[n, heads, length, size]", zh: "[n, 头, 长度, 宽度]")
    }
    guard k.count == 4, k[..<2] == q[..<2], k[3] == q[3] else {
      throw ShapeFault.mismatch("attention", q, k)
    }
    guard v.count == 4, v[..<3] == k[..<3] else { throw ShapeFault.mismatch("attention", k, v) }
    let target: Shape = [q[0], q[1], q[2], v[3]]
    let plan = AttentionPlan(
      ck_attention(
        batch: q[0], heads: q[1], queries: q[2], keys: k[2], width: q[3], value_width: v[3],
        q: .ofHeads(q), k: .ofHeads(k), v: .ofHeads(v), y: .ofHeads(target),
        scale: 1 / Float(q[3]).squareRoot(), causal: causal))
    let outputs = Tensor.computed("attention", [target, plan.kept], from: [queries, keys, values]) { memory in
      plan.forward(memory.input(0), memory.input(1), memory.input(2), memory.output(), memory.output(1))
    }
    let (saved, sums) = (outputs[0].detached(), outputs[1])
    return outputs[0].recorded(from: queries, keys, values) { gradient in
      Tensor.computed(
        "attention gradient", [q, k, v], from: [queries, keys, values, saved, sums, gradient]
      ) { memory in
        plan.backward(
          (memory.input(0), memory.input(1), memory.input(2)), memory.input(3), memory.input(4),
          memory.input(5), (memory.output(), memory.output(1), memory.output(2)), 0)
      }
    }
  }

  /// Attention of a series to itself. This tensor holds queries, keys and values beside each other, the heads within
  /// each: [n, length, 3 heads · size].
  ///
  /// - Returns: [n, length, heads · size]
  public func selfAttention(heads: Int, causal: Bool = false) throws -> Tensor {
    guard rank == 3, heads > 0, shape[2] > 0, shape[2] % (3 * heads) == 0 else {
      throw ShapeFault.wanted(
        "attention", shape, en: "[n, length, 3 times \(heads) heads of one size]",
        zh: "[n, 长度, 3 × \(heads) 个等宽的头]")
    }
    let (n, length, width) = (shape[0], shape[1], shape[2] / 3)
    let size = width / heads
    let inner = ck_attention_strides(batch: length * 3 * width, head: size, row: 3 * width)
    let plan = AttentionPlan(
      ck_attention(
        batch: n, heads: heads, queries: length, keys: length, width: size, value_width: size, q: inner,
        k: inner, v: inner, y: ck_attention_strides(batch: length * width, head: size, row: width),
        scale: 1 / Float(size).squareRoot(), causal: causal))
    let outputs = Tensor.computed("attention", [[n, length, width], plan.kept], from: [self]) { memory in
      let x = memory.input(0)
      plan.forward(x, x + width, x + 2 * width, memory.output(), memory.output(1))
    }
    let (saved, sums) = (outputs[0].detached(), outputs[1])
    return outputs[0].recorded(from: self) { [self] gradient in
      [
        .computed(
          "attention gradient", shape, from: self, saved, sums, gradient, accumulating: true
        ) { memory in
          let (x, d) = (memory.input(0), memory.output())
          plan.backward(
            (x, x + width, x + 2 * width), memory.input(1), memory.input(2), memory.input(3),
            (d, d + width, d + 2 * width), memory.flags)
        }
      ]
    }
  }
}

/// The kernels' work on one attention, cut into parts of samples and heads.
private struct AttentionPlan {
  let sizes: ck_attention
  let parts: Parts

  typealias Values = UnsafeMutablePointer<Float>

  init(_ sizes: ck_attention) {
    self.sizes = sizes
    parts = Parts(sizes.batch * sizes.heads)
  }

  /// The shape of what the gradient needs beside the result.
  var kept: Shape { [sizes.batch, sizes.heads, sizes.queries] }

  func forward(_ q: Values, _ k: Values, _ v: Values, _ y: Values, _ sums: Values) {
    parts.run { _, pieces in
      var sizes = sizes
      ck_attention_forward(q, k, v, y, sums, &sizes, pieces.lowerBound, pieces.upperBound)
    }
  }

  func backward(
    _ x: (q: Values, k: Values, v: Values), _ y: Values, _ sums: Values, _ gradient: Values,
    _ d: (q: Values, k: Values, v: Values), _ flags: Int32
  ) {
    parts.run { _, pieces in
      var sizes = sizes
      ck_attention_backward(
        x.q, x.k, x.v, y, sums, gradient, d.q, d.k, d.v, &sizes, flags, pieces.lowerBound,
        pieces.upperBound)
    }
  }
}

extension ck_attention_strides {
  /// Of a tensor [n, heads, length, size].
  fileprivate static func ofHeads(_ shape: Shape) -> ck_attention_strides {
    ck_attention_strides(batch: shape[1] * shape[2] * shape[3], head: shape[2] * shape[3], row: shape[3])
  }
}
