import CKernels
import Randomness
import Testing

extension KernelTests {
  @Suite struct AugmentTests {
    static let shapes = [(28, 28, 1), (37, 51, 3), (64, 64, 1), (2, 5, 1), (5, 2, 3), (1, 9, 3), (9, 1, 1)]

    static func bytes(_ count: Int, seed: UInt64) -> [UInt8] {
      var generator = SeededGenerator(seed: seed, for: "bytes")
      return (0..<count).map { _ in UInt8(generator.below(256)) }
    }

    static func moved(_ x: [UInt8], _ map: ck_affine, rows: Range<Int>? = nil) -> [Float] {
      var map = map
      var y = [Float](repeating: .nan, count: x.count)
      ck_affine_bytes(x, &map, &y, rows?.lowerBound ?? 0, rows?.upperBound ?? map.height)
      return y
    }

    static func map(_ shape: (Int, Int, Int)) -> ck_affine {
      ck_affine(
        height: shape.0, width: shape.1, channels: shape.2, x_at_start: 3.3, x_by_column: 0.97,
        x_by_row: 0.12,
        y_at_start: -2.1, y_by_column: -0.12, y_by_row: 1.2)
    }

    @Test(arguments: shapes.indices) func movedImagesAgree(_ index: Int) {
      let shape = Self.shapes[index]
      let x = Self.bytes(shape.0 * shape.1 * shape.2, seed: 1)
      expectAgreement("affine \(shape)", within: 1e-4) { Self.moved(x, Self.map(shape)) }
    }

    @Test func theIdentityKeepsEveryPixelAndAMirrorImageItsOrder() {
      let x = Self.bytes(6 * 7 * 3, seed: 2)
      var map = ck_affine()
      (map.height, map.width, map.channels, map.x_by_column, map.y_by_row) = (6, 7, 3, 1, 1)
      #expect(Self.moved(x, map) == x.map(Float.init))
      (map.x_by_column, map.x_at_start) = (-1, 6)
      let mirrored = Self.moved(x, map)
      for y in 0..<6 {
        for i in 0..<7 {
          for c in 0..<3 { #expect(mirrored[(y * 7 + i) * 3 + c] == Float(x[(y * 7 + 6 - i) * 3 + c])) }
        }
      }
    }

    @Test func onlyTheRowsAskedForAreWritten() {
      let x = Self.bytes(8 * 5 * 3, seed: 3)
      let whole = Self.moved(x, Self.map((8, 5, 3)))
      let part = Self.moved(x, Self.map((8, 5, 3)), rows: 2..<5)
      for i in 0..<x.count {
        let isAsked = i >= 30 && i < 75
        #expect(isAsked ? part[i] == whole[i] : part[i].isNaN)
      }
    }

    @Test(arguments: shapes.indices) func blursAgree(_ index: Int) {
      let shape = Self.shapes[index]
      for taps in [[0.6, 0.2], [0.3, 0.2, 0.1, 0.05]] as [[Float]] {
        expectAgreement("blur \(shape)") {
          var y = uniformFloats(shape.0 * shape.1 * shape.2, seed: 4)
          var room = [Float](
            repeating: 0, count: ck_blur_workspace(shape.0, shape.1, shape.2, taps.count - 1))
          ck_blur(&y, taps, taps.count - 1, shape.0, shape.1, shape.2, &room)
          return y
        }
      }
    }

    @Test(arguments: shapes.indices, [0, 9] as [Float]) func finishedPixelsAgree(
      _ index: Int, deviation: Float
    ) {
      let shape = Self.shapes[index]
      expectAgreement("finish \(shape)", within: 1e-4) {
        var y = uniformFloats(shape.0 * shape.1 * shape.2, seed: 5).map { $0 * 200 + 100 }
        ck_finish_pixels(
          &y, 1.2, -4, deviation, 77, [0.1, 0.2, 0.3], [-1, 0, 1], shape.0 * shape.1, shape.2)
        return y
      }
    }

    @Test func noiseIsNormal() {
      let count = 1 << 16
      var y = [Float](repeating: 127, count: count)
      ck_finish_pixels(&y, 1, 0, 10, 5, [1], [-127], count, 1)
      var (sum, squares, fourths): (Double, Double, Double) = (0, 0, 0)
      for value in y {
        let square = Double(value) * Double(value)
        sum += Double(value)
        squares += square
        fourths += square * square
      }
      let (mean, variance) = (sum / Double(count), squares / Double(count))
      #expect(abs(mean) < 0.2)
      #expect(abs(variance - 100) < 2)
      let kurtosis: Double = fourths / Double(count) / (variance * variance)
      #expect(abs(kurtosis - 3) < 0.1)
    }

    @Test func mixturesAgree() {
      let (a, b) = (uniformFloats(103, seed: 6), uniformFloats(103, seed: 7))
      expectAgreement("mix") {
        var y = [Float](repeating: 0, count: 103)
        ck_mix(a, b, 0.3, &y, 103)
        return y
      }
    }
  }
}
