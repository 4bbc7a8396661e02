import CKernels
import Randomness
import Testing

extension KernelTests {
  @Suite struct DepthwiseTests {
    typealias Results = ConvolutionTests.Results

    @Test(arguments: fastPaths.map(\.rawValue))
    func fastPathsAgreeWithTheReference(rawPath: UInt32) {
      let path = ck_path_kind(rawPath)
      for seed in 0..<160 {
        let shape = Self.randomShape(seed: UInt64(seed))
        let expected = onPath(CK_REFERENCE) { Results(shape, seed: UInt64(seed)) }
        onPath(path) {
          for parts in 1...2 {
            let found = Results(shape, seed: UInt64(seed), parts: parts)
            #expect(distance(found.y, from: expected.y) < 1e-5, "forward \(shape)")
            #expect(distance(found.dx, from: expected.dx) < 1e-5, "backward data \(shape)")
            #expect(distance(found.dweights, from: expected.dweights) < 1e-5, "backward weights \(shape)")
            #expect(distance(found.dbias, from: expected.dbias) < 1e-5, "backward bias \(shape)")
          }
        }
      }
    }

    /// More floats than the caches hold, so that lines are fetched ahead.
    @Test(arguments: [1, 2])
    func imagesOutOfTheCachesAgreeWithTheReference(stride: Int) {
      var shape = ck_conv2d()
      (shape.batch, shape.height, shape.width) = (2, 247, 331)
      (shape.channels, shape.filters, shape.groups) = (21 * stride, 21 * stride, 21 * stride)
      (shape.kernel_height, shape.kernel_width, shape.pad_top, shape.pad_left) = (3, 3, 1, 1)
      (shape.stride_y, shape.stride_x, shape.dilation_y, shape.dilation_x) = (stride, stride, 1, 1)
      shape.out_height = ck_conv2d_out(shape.height, 3, stride, 2, 1)
      shape.out_width = ck_conv2d_out(shape.width, 3, stride, 2, 1)
      let expected = onPath(CK_REFERENCE) { Results(shape, seed: 1) }
      for path in fastPaths {
        let found = onPath(path) { Results(shape, seed: 1) }
        #expect(distance(found.y, from: expected.y) < 1e-5)
        #expect(distance(found.dx, from: expected.dx) < 1e-5)
        #expect(distance(found.dweights, from: expected.dweights) < 1e-5)
      }
    }

    /// Kernels of one to seven taps, three and five more often; lines of one to some tiles; borders cut anywhere.
    static func randomShape(seed: UInt64) -> ck_conv2d {
      var generator = SeededGenerator(seed: seed, for: "depthwise convolution")
      func pick(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + generator.below(range.count)
      }
      var shape = ck_conv2d()
      shape.batch = pick(1...2)
      shape.channels = [2, 3, 7, 8, 9, 16, 19, 32, 37][pick(0...8)]
      (shape.filters, shape.groups) = (shape.channels, shape.channels)
      let square = [3, 5][pick(0...1)]
      let isSquare = pick(0...1) == 0
      shape.kernel_height = isSquare ? square : pick(1...7)
      shape.kernel_width = isSquare ? square : pick(1...7)
      (shape.stride_y, shape.stride_x) = (pick(1...2), [1, 1, 2, 2, 3][pick(0...4)])
      (shape.dilation_y, shape.dilation_x) = ([1, 1, 2][pick(0...2)], [1, 1, 1, 2][pick(0...3)])
      (shape.pad_top, shape.pad_left) = (pick(0...4), pick(0...4))
      shape.height = pick(1...8) + shape.dilation_y * (shape.kernel_height - 1)
      shape.width = pick(1...27) + shape.dilation_x * (shape.kernel_width - 1)
      shape.out_height = ck_conv2d_out(
        shape.height, shape.kernel_height, shape.stride_y, shape.pad_top + pick(0...4), shape.dilation_y)
      shape.out_width = ck_conv2d_out(
        shape.width, shape.kernel_width, shape.stride_x, shape.pad_left + pick(0...4), shape.dilation_x)
      return shape
    }
  }
}
