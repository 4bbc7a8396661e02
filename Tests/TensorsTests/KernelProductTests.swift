import CKernels
import Testing

extension KernelTests {
  @Suite struct ProductTests {
    static let sizes = [
      (1, 1, 1), (5, 17, 3), (13, 33, 40), (30, 8, 300), (180, 40, 7), (6, 3100, 5), (4, 4, 0),
      (29, 150, 700),
      (1, 10, 129), (500, 17, 20), (3, 64, 513),
    ]

    @Test(arguments: sizes)
    func matrixProductsAgreeWithTheReference(m: Int, n: Int, k: Int) {
      let a = uniformFloats(m * k + 1, seed: 1)
      let b = uniformFloats(k * n + 1, seed: 2)
      for mode in 0..<8 {
        let (left, right) = (mode & 1 > 0, mode & 2 > 0)
        expectAgreement("\(m)x\(n)x\(k) \(mode)", within: 1e-5) {
          var c = uniformFloats(m * n, seed: 3)
          var workspace = [Float](repeating: .nan, count: ck_sgemm_workspace(m, n, k) + 1)
          ck_sgemm(
            a, left ? m : k, left, b, right ? k : n, right, &c, n, m, n, k, 0.5, mode & 4 > 0 ? 2 : 0,
            &workspace)
          #expect(workspace[workspace.count - 1].isNaN, "within the workspace")
          return c
        }
      }
    }

    @Test(arguments: sizes)
    func productsWithPackedWeightsAgreeWithTheReference(m: Int, n: Int, k: Int) {
      let a = uniformFloats(m * k + 1, seed: 1)
      let b = uniformFloats(k * n + 1, seed: 2)
      let bias = uniformFloats(n, seed: 4)
      for (index, activation) in [0, CK_FUSE_RELU, CK_FUSE_RELU6, CK_FUSE_SILU].enumerated() {
        let (left, right, adding) = (index & 1 > 0, index & 2 > 0, index % 3 == 0)
        expectAgreement("\(m)x\(n)x\(k) \(activation)", within: 1e-5) {
          var c = adding ? uniformFloats(m * n, seed: 3) : [Float](repeating: .nan, count: m * n)
          var workspace = [Float](repeating: .nan, count: ck_sgemm_workspace(m, n, k) + 1)
          var packed = [Float](repeating: .nan, count: ck_sgemm_packed_b(n, k, 0) + 1)
          ck_sgemm_pack_b(b, right ? k : n, right, &packed, n, k, 0)
          ck_sgemm_with_packed(
            a, left ? m : k, left, packed, index == 1 ? nil : bias, &c, n, m, n, k,
            Int32(activation + (adding ? CK_ACCUMULATE : 0)), &workspace)
          #expect(packed[packed.count - 1].isNaN, "within the packed weights")
          #expect(workspace[workspace.count - 1].isNaN, "within the workspace")
          return c
        }
      }
    }
  }
}
