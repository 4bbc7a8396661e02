import CKernels
import Randomness
import Testing

extension KernelTests {
  @Suite struct ConvolutionTests {
    @Test func theOutputSizeFollowsTheFormula() {
      #expect(ck_conv2d_out(28, 3, 1, 2, 1) == 28)
      #expect(ck_conv2d_out(28, 3, 2, 2, 1) == 14)
      #expect(ck_conv2d_out(7, 3, 1, 0, 2) == 3)
      #expect(ck_conv2d_out(2, 5, 1, 0, 1) == 0)
    }

    @Test(arguments: fastPaths.map(\.rawValue))
    func fastPathsAgreeWithTheReference(rawPath: UInt32) {
      let path = ck_path_kind(rawPath)
      for seed in 0..<120 {
        let shape = Self.randomShape(seed: UInt64(seed))
        let expected = onPath(CK_REFERENCE) { Results(shape, seed: UInt64(seed)) }
        let found = onPath(path) { Results(shape, seed: UInt64(seed)) }
        #expect(distance(found.y, from: expected.y) < 1e-5, "forward \(shape)")
        #expect(distance(found.dx, from: expected.dx) < 1e-5, "backward data \(shape)")
        #expect(distance(found.dweights, from: expected.dweights) < 1e-5, "backward weights \(shape)")
        #expect(distance(found.dbias, from: expected.dbias) < 1e-5, "backward bias \(shape)")
      }
    }

    @Test(arguments: fastPaths.map(\.rawValue))
    func partsOfTheWorkGiveWhatTheWholeGives(rawPath: UInt32) {
      onPath(ck_path_kind(rawPath)) {
        for seed in 0..<40 {
          let shape = Self.randomShape(seed: UInt64(seed))
          let whole = Results(shape, seed: UInt64(seed))
          for parts in 2...3 {
            let found = Results(shape, seed: UInt64(seed), parts: parts)
            #expect(found.y == whole.y, "forward \(shape)")
            #expect(found.dx == whole.dx, "backward data \(shape)")
            #expect(distance(found.dweights, from: whole.dweights) < 2e-6, "backward weights \(shape)")
            #expect(distance(found.dbias, from: whole.dbias) < 2e-6, "backward bias \(shape)")
          }
        }
      }
    }

    /// Large enough for Winograd's convolution: odd sizes and channels, borders cut at any place.
    @Test(arguments: fastPaths.map(\.rawValue))
    func tilesOfThreeByThreeTapsAgreeWithTheReference(rawPath: UInt32) {
      let path = ck_path_kind(rawPath)
      for seed in 0..<32 {
        let shape = Self.randomSquareShape(seed: UInt64(seed))
        let expected = onPath(CK_REFERENCE) { Results(shape, seed: UInt64(seed)) }
        onPath(path) {
          for parts in 1...3 {
            let found = Results(shape, seed: UInt64(seed), parts: parts)
            #expect(distance(found.y, from: expected.y) < 1e-5, "forward \(shape)")
            #expect(distance(found.dx, from: expected.dx) < 1e-5, "backward data \(shape)")
            #expect(distance(found.dweights, from: expected.dweights) < 1e-5, "backward weights \(shape)")
            #expect(distance(found.dbias, from: expected.dbias) < 1e-5, "backward bias \(shape)")
          }
        }
      }
    }

    /// Results this large are written past the caches, and lines are worked on strip by strip.
    @Test(arguments: fastPaths.map(\.rawValue))
    func largeResultsAgreeWithTheReference(rawPath: UInt32) {
      var shape = ck_conv2d()
      (shape.batch, shape.groups) = (1, 1)
      (shape.channels, shape.filters) = (2, 48)
      (shape.kernel_height, shape.kernel_width) = (1, 1)
      (shape.stride_y, shape.stride_x, shape.dilation_y, shape.dilation_x) = (1, 1, 1, 1)
      (shape.height, shape.width, shape.out_height, shape.out_width) = (300, 301, 300, 301)
      let x = uniformFloats(shape.inputCount, seed: 1)
      let weights = uniformFloats(shape.weightCount, seed: 2)
      func result() -> [Float] {
        var y = [Float](repeating: .nan, count: shape.outputCount + 16)
        return y.withUnsafeMutableBufferPointer { buffer in
          let places = buffer.baseAddress!
          let start = places + (64 - Int(bitPattern: places) % 64) % 64 / 4
          Run(shape, CK_CONV_FORWARD, weights).each { packed, shape, range, work in
            ck_conv2d_forward(
              x, packed, nil, nil, start, shape, 0, range.lowerBound, range.upperBound, work)
          }
          return Array(UnsafeBufferPointer(start: start, count: shape.outputCount))
        }
      }
      let expected = onPath(CK_REFERENCE) { result() }
      let found = onPath(ck_path_kind(rawPath)) { result() }
      #expect(distance(found, from: expected) < 1e-6)
    }

    @Test func gradientsAreTheSlopesOfTheForward() {
      for seed in 100..<108 {
        let shape = Self.randomShape(seed: UInt64(seed))
        let slopes = onPath(CK_REFERENCE) { Slopes(shape, seed: UInt64(seed)) }
        #expect(abs(slopes.found - slopes.expected) < 2e-3 * max(1, abs(slopes.expected)), "\(shape)")
      }
    }

    /// Odd sizes, strides, paddings, dilations and groups, the depthwise ones among them.
    static func randomShape(seed: UInt64) -> ck_conv2d {
      var generator = SeededGenerator(seed: seed, for: "convolution shape")
      func pick(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + generator.below(range.count)
      }
      let widths = [1, 2, 3, 5, 8, 10, 12, 16, 17, 24, 32, 40]
      var shape = ck_conv2d()
      shape.batch = pick(1...2)
      shape.groups = [1, 1, 2, 3][pick(0...3)]
      shape.channels = widths[pick(0...11)] * shape.groups
      shape.filters = widths[pick(0...11)] * shape.groups
      if pick(0...4) == 0 {
        shape.groups = shape.channels
        shape.filters = shape.channels * pick(1...2)
      }
      (shape.kernel_height, shape.kernel_width) = (pick(1...4), pick(1...4))
      (shape.stride_y, shape.stride_x) = (pick(1...3), pick(1...3))
      (shape.pad_top, shape.pad_left) = (pick(0...3), pick(0...3))
      (shape.dilation_y, shape.dilation_x) = (pick(1...2), pick(1...2))
      shape.height = pick(1...9) + shape.dilation_y * (shape.kernel_height - 1)
      shape.width = pick(1...9) + shape.dilation_x * (shape.kernel_width - 1)
      shape.out_height = ck_conv2d_out(
        shape.height, shape.kernel_height, shape.stride_y, shape.pad_top + pick(0...2), shape.dilation_y)
      shape.out_width = ck_conv2d_out(
        shape.width, shape.kernel_width, shape.stride_x, shape.pad_left + pick(0...2), shape.dilation_x)
      return shape
    }

    /// Three by three taps with stride 1.
    static func randomSquareShape(seed: UInt64) -> ck_conv2d {
      var generator = SeededGenerator(seed: seed, for: "convolution of three by three")
      func pick(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + generator.below(range.count)
      }
      let widths = [3, 16, 17, 24, 32, 40, 64]
      var shape = ck_conv2d()
      (shape.batch, shape.groups) = (pick(1...3), 1)
      (shape.channels, shape.filters) = (widths[pick(0...6)], widths[pick(0...6)])
      (shape.kernel_height, shape.kernel_width) = (3, 3)
      (shape.stride_y, shape.stride_x, shape.dilation_y, shape.dilation_x) = (1, 1, 1, 1)
      (shape.pad_top, shape.pad_left) = (pick(0...3), pick(0...3))
      (shape.height, shape.width) = (pick(8...17), pick(8...17))
      shape.out_height = ck_conv2d_out(shape.height, 3, 1, shape.pad_top + pick(0...2), 1)
      shape.out_width = ck_conv2d_out(shape.width, 3, 1, shape.pad_left + pick(0...2), 1)
      return shape
    }

    struct Results {
      var y: [Float]
      var dx: [Float]
      var dweights: [Float]
      var dbias: [Float]

      /// `precision` is CK_BF16 or 0.
      init(_ shape: ck_conv2d, seed: UInt64, parts: Int = 1, precision: Int32 = 0) {
        let x = uniformFloats(shape.inputCount, seed: seed)
        let weights = uniformFloats(shape.weightCount, seed: seed + 1)
        let bias = uniformFloats(shape.filters, seed: seed + 2)
        let dy = uniformFloats(shape.outputCount, seed: seed + 3)
        let residual = seed % 2 == 0 ? nil : uniformFloats(dy.count, seed: seed + 4)
        let activations = [0, CK_FUSE_RELU, CK_FUSE_RELU6, CK_FUSE_SILU]
        let activation = Int32(activations[Int(seed / 2 % 4)]) + precision
        let adding = Int32(seed % 3 == 0 ? CK_ACCUMULATE : 0) + precision
        y = [Float](repeating: .nan, count: dy.count)
        dx = adding == precision ? [Float](repeating: .nan, count: x.count) : x
        dweights = weights
        dbias = bias
        let forward = Run(shape, CK_CONV_FORWARD, weights, parts, precision)
        forward.each { packed, shape, range, work in
          ck_conv2d_forward(
            x, packed, bias, residual, &y, shape, activation, range.lowerBound, range.upperBound, work)
        }
        Run(shape, CK_CONV_BACKWARD_DATA, weights, parts, precision).each { packed, shape, range, work in
          ck_conv2d_backward_data(
            dy, packed, &dx, shape, adding, range.lowerBound, range.upperBound, work)
        }
        Run(shape, CK_CONV_BACKWARD_WEIGHTS, weights, parts, precision).each { _, shape, range, work in
          ck_conv2d_backward_weights(
            x, dy, &dweights, &dbias, shape, precision, range.lowerBound, range.upperBound, work)
        }
      }
    }

    /// One use of a convolution: its packed weights, and its units cut into parts.
    struct Run {
      var shape: ck_conv2d
      var packed: [Float]
      var ranges: [Range<Int>]
      var workspaceSize: Int

      init(
        _ shape: ck_conv2d, _ use: ck_conv2d_use, _ weights: [Float], _ parts: Int = 1, _ precision: Int32 = 0
      ) {
        self.shape = shape
        packed = [Float](repeating: .nan, count: ck_conv2d_packed(&self.shape, use, precision))
        ck_conv2d_pack(weights, &packed, &self.shape, use, precision)
        let units = ck_conv2d_units(&self.shape, use, precision)
        ranges = (0..<parts).map { $0 * units / parts..<($0 + 1) * units / parts }
        workspaceSize = ck_conv2d_workspace(&self.shape, use, precision)
      }

      /// Calls `body` with the packed weights, the shape, the units of each part and a workspace.
      func each(
        _ body: ([Float], UnsafePointer<ck_conv2d>, Range<Int>, UnsafeMutablePointer<Float>) -> Void
      ) {
        for range in ranges {
          var workspace = [Float](repeating: .nan, count: workspaceSize + 1)
          withUnsafePointer(to: shape) { body(packed, $0, range, &workspace) }
          #expect(workspace[workspaceSize].isNaN, "within the workspace \(shape)")
        }
      }
    }

    /// The slope of sum(y * dy) along a random direction of input and weights, by gradients and by differences.
    struct Slopes {
      var found: Double
      var expected: Double

      init(_ shape: ck_conv2d, seed: UInt64) {
        let x = uniformFloats(shape.inputCount, seed: seed)
        let weights = uniformFloats(shape.weightCount, seed: seed + 1)
        let dy = uniformFloats(shape.outputCount, seed: seed + 3)
        let xWay = uniformFloats(x.count, seed: seed + 4)
        let weightWay = uniformFloats(weights.count, seed: seed + 5)
        func objective(_ step: Float) -> Double {
          let movedX = zip(x, xWay).map { $0 + step * $1 }
          let movedWeights = zip(weights, weightWay).map { $0 + step * $1 }
          var y = [Float](repeating: 0, count: dy.count)
          Run(shape, CK_CONV_FORWARD, movedWeights).each { packed, shape, range, work in
            ck_conv2d_forward(
              movedX, packed, nil, nil, &y, shape, 0, range.lowerBound, range.upperBound, work)
          }
          return zip(y, dy).reduce(0) { $0 + Double($1.0) * Double($1.1) }
        }
        let step: Float = 1e-2
        expected = (objective(step) - objective(-step)) / Double(2 * step)
        var dx = [Float](repeating: 0, count: x.count)
        var dweights = [Float](repeating: 0, count: weights.count)
        Run(shape, CK_CONV_BACKWARD_DATA, weights).each { packed, shape, range, work in
          ck_conv2d_backward_data(dy, packed, &dx, shape, 0, range.lowerBound, range.upperBound, work)
        }
        Run(shape, CK_CONV_BACKWARD_WEIGHTS, weights).each { _, shape, range, work in
          ck_conv2d_backward_weights(
            x, dy, &dweights, nil, shape, 0, range.lowerBound, range.upperBound, work)
        }
        found = zip(dx, xWay).reduce(0) { $0 + Double($1.0) * Double($1.1) }
        found += zip(dweights, weightWay).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      }
    }
  }
}

extension ck_conv2d {
  var inputCount: Int { batch * height * width * channels }
  var weightCount: Int { kernel_height * kernel_width * channels / groups * filters }
  var outputCount: Int { batch * out_height * out_width * filters }
}
