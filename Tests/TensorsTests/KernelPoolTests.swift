import CKernels
import Randomness
import Testing

extension KernelTests {
  @Suite struct PoolTests {
    static func randomShape(seed: UInt64) -> ck_pool2d {
      var generator = SeededGenerator(seed: seed, for: "pool shape")
      func pick(_ range: ClosedRange<Int>) -> Int { range.lowerBound + generator.below(range.count) }
      var shape = ck_pool2d()
      shape.batch = pick(1...2)
      (shape.height, shape.width) = (pick(3...11), pick(3...11))
      shape.channels = [1, 3, 6, 8, 16, 20][pick(0...5)]
      (shape.kernel_height, shape.kernel_width) = (pick(1...3), pick(1...3))
      (shape.stride_y, shape.stride_x) = (pick(1...3), pick(1...3))
      (shape.pad_top, shape.pad_left) = (pick(0...1), pick(0...1))
      shape.out_height = ck_conv2d_out(
        shape.height, shape.kernel_height, shape.stride_y, shape.pad_top * 2, 1)
      shape.out_width = ck_conv2d_out(shape.width, shape.kernel_width, shape.stride_x, shape.pad_left * 2, 1)
      shape.count_padding = pick(0...1) == 1
      return shape
    }

    /// Windows side by side that may leave the last rows and columns out.
    static func tiled(_ shape: ck_pool2d) -> ck_pool2d {
      var shape = shape
      (shape.pad_top, shape.pad_left) = (0, 0)
      (shape.stride_y, shape.stride_x) = (shape.kernel_height, shape.kernel_width)
      shape.out_height = shape.height / shape.kernel_height
      shape.out_width = shape.width / shape.kernel_width
      return shape
    }

    enum Kind: CaseIterable { case max, maxOfReLU, average, adaptive }

    static func forward(_ kind: Kind, _ x: [Float], _ shape: ck_pool2d) -> (y: [Float], where: [Int32]) {
      var shape = shape
      let count = shape.batch * shape.out_height * shape.out_width * shape.channels
      var y = [Float](repeating: .nan, count: count)
      var place = [Int32](repeating: -7, count: count)
      switch kind {
      case .max: ck_max_pool_forward(x, &y, &place, &shape, 0, 0, shape.batch)
      case .maxOfReLU: ck_max_pool_forward(x, &y, &place, &shape, Int32(CK_FUSE_RELU), 0, shape.batch)
      case .average: ck_average_pool_forward(x, &y, &shape, 0, shape.batch)
      case .adaptive: ck_adaptive_average_pool_forward(x, &y, &shape, 0, shape.batch)
      }
      return (y, place)
    }

    static func backward(_ kind: Kind, _ x: [Float], _ dy: [Float], _ shape: ck_pool2d, flags: Int32)
      -> [Float]
    {
      let place = forward(kind, x, shape).where
      var shape = shape
      var dx = x
      switch kind {
      case .max, .maxOfReLU:
        ck_max_pool_backward(dy, place, &dx, &shape, flags, 0, shape.batch)
      case .average: ck_average_pool_backward(dy, &dx, &shape, flags, 0, shape.batch)
      case .adaptive: ck_adaptive_average_pool_backward(dy, &dx, &shape, flags, 0, shape.batch)
      }
      return dx
    }

    @Test func fastPathsAgreeWithTheReference() {
      for seed in 0..<80 {
        var shape = Self.randomShape(seed: UInt64(seed))
        if seed % 4 == 0 { shape = Self.tiled(shape) }
        let x = uniformFloats(shape.batch * shape.height * shape.width * shape.channels, seed: UInt64(seed))
        for kind in Kind.allCases {
          expectAgreement("\(kind) \(shape)") { Self.forward(kind, x, shape).y }
          expectAgreement("\(kind) places \(shape)") { Self.forward(kind, x, shape).where.map { Float($0) } }
          let dy = uniformFloats(Self.forward(kind, x, shape).y.count, seed: 99)
          expectAgreement("\(kind) gradient \(shape)") {
            Self.backward(kind, x, dy, shape, flags: Int32(seed % 2) * 2)
          }
        }
      }
    }

    @Test func gradientsAreSlopes() {
      for seed in 0..<6 {
        var shape = Self.randomShape(seed: UInt64(seed))
        (shape.batch, shape.channels) = (1, 2)
        let count = shape.height * shape.width * 2
        let x = SeededGenerator.permuted(count).map { Float($0) / 10 }
        for kind in Kind.allCases {
          onPath(CK_REFERENCE) {
            let way = uniformFloats(Self.forward(kind, x, shape).y.count, seed: 5)
            expectSlopes(
              "\(kind)", at: x, of: { Self.forward(kind, $0, shape).y }, way: way,
              are: Self.backward(kind, x, way, shape, flags: 0))
          }
        }
      }
    }

    @Test func aMaximumThatIsNotPositiveHasNoPlaceAfterReLU() {
      var shape = ck_pool2d(
        batch: 1, height: 2, width: 4, channels: 1, kernel_height: 2, kernel_width: 2, stride_y: 2,
        stride_x: 2, pad_top: 0, pad_left: 0, out_height: 1, out_width: 2, count_padding: false)
      for path in fastPaths + [CK_REFERENCE] {
        onPath(path) {
          var y: [Float] = [9, 9]
          var place: [Int32] = [9, 9]
          ck_max_pool_forward(
            [-1, -2, 0, 4, -3, 0, 5, 1], &y, &place, &shape, Int32(CK_FUSE_RELU), 0, 1)
          #expect(y == [0, 5] && place == [-1, 6])
          var dx = [Float](repeating: 7, count: 8)
          ck_max_pool_backward([2, 3], place, &dx, &shape, 0, 0, 1)
          #expect(dx == [0, 0, 0, 0, 0, 0, 3, 0])
        }
      }
    }

    @Test func nanIsTheMaximum() {
      let shape = Self.tiled(Self.randomShape(seed: 3))
      var x = uniformFloats(shape.batch * shape.height * shape.width * shape.channels, seed: 1)
      x[0] = .nan
      for kind in [Kind.max, .maxOfReLU] {
        expectAgreement("\(kind)", within: 0) { Self.forward(kind, x, shape).y }
        expectAgreement("\(kind)", within: 0) { Self.forward(kind, x, shape).where.map { Float($0) } }
        for path in fastPaths { #expect(onPath(path) { Self.forward(kind, x, shape).y[0].isNaN }) }
      }
    }

    @Test func theFirstOfEqualsIsTheMaximum() {
      var shape = ck_pool2d(
        batch: 1, height: 2, width: 2, channels: 1, kernel_height: 2, kernel_width: 2, stride_y: 2,
        stride_x: 2, pad_top: 0, pad_left: 0, out_height: 1, out_width: 1, count_padding: false)
      for path in fastPaths + [CK_REFERENCE] {
        onPath(path) {
          var y: Float = 0
          var place: Int32 = 0
          ck_max_pool_forward([1, 3, 3, 2], &y, &place, &shape, 0, 0, 1)
          #expect(y == 3 && place == 1)
        }
      }
    }
  }
}

extension SeededGenerator {
  static func permuted(_ count: Int) -> [Int] {
    var generator = SeededGenerator(seed: 11)
    return generator.permutation(count)
  }
}
