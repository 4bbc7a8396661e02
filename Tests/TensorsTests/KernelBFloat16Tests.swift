import CKernels
import Testing

extension KernelTests {
  @Suite struct BFloat16Tests {
    typealias Results = ConvolutionTests.Results

    @Test(arguments: fastPaths.map(\.rawValue))
    func convolutionsOfRoundedNumbersAgreeWithTheReference(rawPath: UInt32) {
      let path = ck_path_kind(rawPath)
      for seed in 0..<120 {
        let shape = ConvolutionTests.randomShape(seed: UInt64(seed))
        let expected = onPath(CK_REFERENCE) { Results(shape, seed: UInt64(seed), precision: Int32(CK_BF16)) }
        onPath(path) {
          for parts in 1...2 {
            let found = Results(shape, seed: UInt64(seed), parts: parts, precision: Int32(CK_BF16))
            #expect(distance(found.y, from: expected.y) < 1e-5, "forward \(shape)")
            #expect(distance(found.dx, from: expected.dx) < 1e-5, "backward data \(shape)")
            #expect(distance(found.dweights, from: expected.dweights) < 1e-5, "backward weights \(shape)")
            #expect(distance(found.dbias, from: expected.dbias) < 1e-5, "backward bias \(shape)")
          }
        }
      }
    }

    /// Longer lines than the workspace holds at a time.
    @Test(arguments: fastPaths.map(\.rawValue))
    func stripsOfLinesAgreeWithTheReference(rawPath: UInt32) {
      var shape = ck_conv2d()
      (shape.batch, shape.height, shape.width, shape.channels) = (2, 31, 67, 35)
      (shape.filters, shape.groups, shape.kernel_height, shape.kernel_width) = (34, 1, 3, 3)
      (shape.stride_y, shape.stride_x, shape.dilation_y, shape.dilation_x) = (2, 2, 1, 1)
      (shape.pad_top, shape.pad_left, shape.out_height, shape.out_width) = (1, 1, 16, 34)
      let expected = onPath(CK_REFERENCE) { Results(shape, seed: 1, precision: Int32(CK_BF16)) }
      let found = onPath(ck_path_kind(rawPath)) { Results(shape, seed: 1, precision: Int32(CK_BF16)) }
      #expect(distance(found.y, from: expected.y) < 1e-5)
      #expect(distance(found.dx, from: expected.dx) < 1e-5)
      #expect(distance(found.dweights, from: expected.dweights) < 1e-5)
    }

    @Test(arguments: ProductTests.sizes)
    func productsOfRoundedNumbersAgreeWithTheReference(m: Int, n: Int, k: Int) {
      let a = uniformFloats(m * k + 1, seed: 1)
      let b = uniformFloats(k * n + 1, seed: 2)
      let bias = uniformFloats(n, seed: 4)
      for mode in 0..<8 {
        let (left, right, adding) = (mode & 1 > 0, mode & 2 > 0, mode & 4 > 0)
        let flags = Int32(CK_BF16 + (adding ? CK_ACCUMULATE : CK_FUSE_RELU))
        expectAgreement("\(m)x\(n)x\(k) \(mode)", within: 1e-5) {
          var c = uniformFloats(m * n, seed: 3)
          var workspace = [Float](repeating: .nan, count: ck_sgemm_workspace(m, n, k) + 1)
          var packed = [Float](repeating: .nan, count: ck_sgemm_packed_b(n, k, flags) + 1)
          ck_sgemm_pack_b(b, right ? k : n, right, &packed, n, k, flags)
          ck_sgemm_with_packed(
            a, left ? m : k, left, packed, bias, &c, n, m, n, k, flags, &workspace)
          #expect(packed[packed.count - 1].isNaN, "within the packed weights")
          #expect(workspace[workspace.count - 1].isNaN, "within the workspace")
          return c
        }
      }
    }

    /// 1 + 2^-8 lies between two bfloat16 numbers and goes to the even one, 1; 1 + 3 * 2^-8 to 1 + 2^-6.
    @Test(arguments: fastPaths.map(\.rawValue))
    func halvesAreRoundedToTheEvenNumber(rawPath: UInt32) {
      onPath(ck_path_kind(rawPath)) {
        for (number, rounded) in [(1.00390625, 1), (1.01171875, 1.015625), (1.0048828125, 1.0078125)]
          as [(Float, Float)]
        {
          var packed = [Float](repeating: 0, count: ck_sgemm_packed_b(1, 1, Int32(CK_BF16)))
          var workspace = [Float](repeating: 0, count: ck_sgemm_workspace(1, 1, 1))
          var c: Float = 0
          ck_sgemm_pack_b([1], 1, false, &packed, 1, 1, Int32(CK_BF16))
          ck_sgemm_with_packed(
            [number], 1, false, packed, nil, &c, 1, 1, 1, 1, Int32(CK_BF16), &workspace)
          #expect(c == rounded)
        }
      }
    }
  }
}
