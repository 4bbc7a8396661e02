import CKernels
import Testing

extension KernelTests {
  @Suite struct AttentionTests {
    /// Tensors [batch, length, heads, width] of an attention and what it gives.
    struct Case {
      var shape: ck_attention
      var q: [Float]
      var k: [Float]
      var v: [Float]
      var dy: [Float]

      init(_ queries: Int, _ keys: Int, _ width: Int, _ valueWidth: Int, causal: Bool) {
        let (batch, heads) = (2, 3)
        func strides(_ length: Int, _ width: Int) -> ck_attention_strides {
          ck_attention_strides(batch: length * heads * width, head: width, row: heads * width)
        }
        shape = ck_attention(
          batch: batch, heads: heads, queries: queries, keys: keys, width: width, value_width: valueWidth,
          q: strides(queries, width), k: strides(keys, width), v: strides(keys, valueWidth),
          y: strides(queries, valueWidth), scale: 0.7, causal: causal)
        q = uniformFloats(6 * queries * width, seed: 1)
        k = uniformFloats(6 * keys * width, seed: 2)
        v = uniformFloats(6 * keys * valueWidth, seed: 3)
        dy = uniformFloats(6 * queries * valueWidth, seed: 4)
      }

      func forward(q: [Float]? = nil, k: [Float]? = nil, v: [Float]? = nil) -> (y: [Float], logSums: [Float])
      {
        var shape = shape
        var y = [Float](repeating: .nan, count: dy.count)
        var logSums = [Float](repeating: .nan, count: 6 * shape.queries)
        ck_attention_forward(q ?? self.q, k ?? self.k, v ?? self.v, &y, &logSums, &shape, 0, 2)
        ck_attention_forward(q ?? self.q, k ?? self.k, v ?? self.v, &y, &logSums, &shape, 2, 6)
        return (y, logSums)
      }

      func backward(flags: Int32 = 0) -> [[Float]] {
        var shape = shape
        let (y, logSums) = onPath(CK_REFERENCE) { forward() }
        var (dq, dk, dv) = (q, k, v)
        ck_attention_backward(q, k, v, y, logSums, dy, &dq, &dk, &dv, &shape, flags, 0, 6)
        return [dq, dk, dv]
      }
    }

    static let cases = [
      Case(1, 1, 1, 1, causal: false), Case(5, 7, 3, 4, causal: false), Case(70, 70, 20, 16, causal: true),
      Case(65, 130, 16, 33, causal: false), Case(9, 140, 70, 8, causal: true),
      Case(140, 9, 8, 8, causal: true),
    ]

    @Test func fastPathsAgreeWithTheReference() {
      for item in Self.cases {
        let name = "attention \(item.shape)"
        expectAgreement(name, within: 5e-6) { item.forward().y }
        expectAgreement("\(name), sums", within: 1e-6) { item.forward().logSums }
        for part in 0..<3 {
          expectAgreement("\(name), gradient \(part)", within: 1e-5) { item.backward()[part] }
        }
        expectAgreement("\(name), added", within: 1e-5) {
          item.backward(flags: Int32(CK_ACCUMULATE)).flatMap { $0 }
        }
      }
    }

    @Test func gradientsAreSlopes() {
      for causal in [false, true] {
        let item = Case(3, 4, 2, 3, causal: causal)
        onPath(CK_REFERENCE) {
          let gradients = item.backward()
          expectSlopes("q", at: item.q, of: { item.forward(q: $0).y }, way: item.dy, are: gradients[0])
          expectSlopes("k", at: item.k, of: { item.forward(k: $0).y }, way: item.dy, are: gradients[1])
          expectSlopes("v", at: item.v, of: { item.forward(v: $0).y }, way: item.dy, are: gradients[2])
        }
      }
    }

    @Test func theFirstQueryOfACausalAttentionSeesTheFirstKey() {
      let item = Case(4, 4, 2, 3, causal: true)
      for path in fastPaths + [CK_REFERENCE] {
        let y = onPath(path) { item.forward().y }
        #expect(distance(Array(y[..<9]), from: Array(item.v[..<9])) < 1e-6)
      }
    }

    @Test func withoutKeysTheResultIsZero() {
      let item = Case(3, 0, 2, 3, causal: false)
      for path in fastPaths + [CK_REFERENCE] {
        #expect(onPath(path) { item.forward().y.allSatisfy { $0 == 0 } })
      }
    }

    @Test func largeProductsDoNotOverflow() {
      var item = Case(70, 70, 8, 8, causal: false)
      item.q = item.q.map { $0 * 200 }
      expectAgreement("large", within: 1e-4) { item.forward().y }
    }
  }
}
