import CKernels
import Randomness
import Testing

extension KernelTests {
  @Suite struct RowsTests {
    @Test func rowsAreGatheredAndScattered() {
      let rows = [2, 0, 2, 4, 2]
      for columns in [1, 7, 16, 35] {
        let table = uniformFloats(5 * columns, seed: 1)
        expectAgreement("rows of \(columns)", within: 0) {
          var y = [Float](repeating: .nan, count: 5 * columns)
          ck_gather_rows(table, rows, &y, columns, 0, 5)
          var sum = table
          ck_scatter_add_rows(y, rows, &sum, columns, 0, 5)
          return y + sum
        }
      }
      var y = [Float](repeating: 0, count: 4)
      ck_gather_rows([1, 2, 3, 4, 5, 6], [2, 0], &y, 2, 0, 2)
      #expect(y == [5, 6, 1, 2])
    }

    /// The axes `order` of a contiguous [sizes].
    static func permuted(_ x: [Float], _ sizes: [Int], _ order: [Int]) -> [Float] {
      var strides = [Int](repeating: 1, count: sizes.count)
      for axis in sizes.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * sizes[axis + 1] }
      let wanted = order.map { sizes[$0] }
      var y = [Float](repeating: .nan, count: x.count)
      let middle = wanted[0] / 2
      for part in [0..<middle, middle..<wanted[0]] {
        ck_permute(
          x, &y, wanted, order.map { strides[$0] }, Int32(order.count), part.lowerBound, part.upperBound)
      }
      return y
    }

    @Test func axesArePermuted() {
      var generator = SeededGenerator(seed: 5)
      for axes in [1, 2, 3, 4, 5, 6, 3, 4, 4, 5, 6] {
        let sizes = (0..<axes).map { _ in [1, 2, 3, 5, 17][generator.below(axes > 4 ? 4 : 5)] }
        let order = generator.permutation(axes)
        let x = uniformFloats(sizes.reduce(1, *), seed: 1)
        expectAgreement("\(sizes) by \(order)", within: 0) { Self.permuted(x, sizes, order) }
      }
      for (rows, columns) in [(16, 16), (17, 40), (8, 33), (100, 3)] {
        let x = uniformFloats(rows * columns, seed: 1)
        expectAgreement("transposed \(rows)x\(columns)", within: 0) {
          Self.permuted(x, [rows, columns], [1, 0])
        }
      }
      #expect(Self.permuted([1, 2, 3, 4, 5, 6], [2, 3], [1, 0]) == [1, 4, 2, 5, 3, 6])
    }

    @Test func stridesRepeatAndFlip() {
      let x = uniformFloats(12, seed: 1)
      expectAgreement("repeated", within: 0) {
        var y = [Float](repeating: .nan, count: 36)
        ck_permute(x, &y, [3, 3, 4], [4, 0, 1], 3, 0, 3)
        return y
      }
      for path in fastPaths + [CK_REFERENCE] {
        onPath(path) {
          var y = [Float](repeating: .nan, count: 4)
          x.withUnsafeBufferPointer { ck_permute($0.baseAddress! + 3, &y, [4], [-1], 1, 0, 4) }
          #expect(y == [x[3], x[2], x[1], x[0]])
        }
      }
    }

    @Test func theFirstOfTheLargestIsFoundOrTheFirstNaN() {
      for columns in [1, 9, 64, 200] {
        for seed in 0..<10 {
          var x = uniformFloats(3 * columns, seed: UInt64(seed)).map { ($0 * 9).rounded() }
          if seed % 3 == 1 { (x[columns / 2], x[columns - 1]) = (.nan, .nan) }
          if seed % 3 == 2 { x[0] = .nan }
          expectAgreement("largest of \(columns)", within: 0) {
            var places = [Int](repeating: -1, count: 3)
            ck_argmax_rows(x, &places, columns, 0, 3)
            if seed % 3 == 1 { #expect(places[0] == columns / 2) }
            return places.map { Float($0) }
          }
        }
      }
    }

    /// The places of a row in order: NaN last, equal numbers by place.
    static func order(_ x: [Float], descending: Bool) -> [Int] {
      x.indices.sorted { a, b in
        if x[a].isNaN != x[b].isNaN { return x[b].isNaN }
        if x[a].isNaN || x[a] == x[b] { return a < b }
        return descending ? x[a] > x[b] : x[a] < x[b]
      }
    }

    @Test func theBestOfRowsAreFoundInOrder() {
      for columns in [1, 7, 40, 300] {
        var x = uniformFloats(3 * columns, seed: 1).map { ($0 * 20).rounded() }
        if columns > 1 { (x[1], x[2 * columns]) = (.nan, .nan) }
        for largest in [false, true] {
          let orders = (0..<3).map { row in
            Self.order(Array(x[row * columns..<(row + 1) * columns]), descending: largest)
          }
          for k in Set([0, 1, min(5, columns), columns / 2, columns]) {
            for path in fastPaths + [CK_REFERENCE] {
              onPath(path) {
                var best = [Float](repeating: 0, count: 3 * k)
                var places = [Int](repeating: -1, count: 3 * k)
                ck_top_k(x, &best, &places, columns, k, largest, 0, 3)
                #expect(places == orders.flatMap { $0.prefix(k) }, "\(k) of \(columns)")
                let wanted = orders.enumerated().flatMap { row, order in
                  order.prefix(k).map { x[row * columns + $0].bitPattern }
                }
                #expect(best.map(\.bitPattern) == wanted)
              }
            }
          }
        }
      }
    }

    static func upsampled(_ x: [Float], _ shape: ck_upsample, nearest: Bool) -> [Float] {
      var shape = shape
      var y = [Float](
        repeating: .nan, count: shape.batch * shape.out_height * shape.out_width * shape.channels)
      if nearest {
        ck_upsample_nearest_forward(x, &y, &shape, 0, shape.batch)
      } else {
        ck_upsample_bilinear_forward(x, &y, &shape, 0, shape.batch)
      }
      return y
    }

    static func upsampledGradient(_ dy: [Float], _ shape: ck_upsample, nearest: Bool, flags: Int32 = 0)
      -> [Float]
    {
      var shape = shape
      var dx = uniformFloats(shape.batch * shape.height * shape.width * shape.channels, seed: 8)
      if nearest {
        ck_upsample_nearest_backward(dy, &dx, &shape, flags, 0, shape.batch)
      } else {
        ck_upsample_bilinear_backward(dy, &dx, &shape, flags, 0, shape.batch)
      }
      return dx
    }

    @Test func imagesAreUpsampled() {
      for (height, width, outHeight, outWidth) in [
        (3, 4, 6, 8), (5, 3, 7, 11), (6, 9, 4, 5), (1, 1, 3, 3), (9, 40, 4, 3), (4, 600, 3, 800),
      ] {
        for channels in [1, 3, 16, 21] {
          let shape = ck_upsample(
            batch: 2, height: height, width: width, channels: channels, out_height: outHeight,
            out_width: outWidth)
          let x = uniformFloats(2 * height * width * channels, seed: 1)
          let dy = uniformFloats(2 * outHeight * outWidth * channels, seed: 2)
          for nearest in [true, false] {
            expectAgreement("upsampled", within: 1e-6) { Self.upsampled(x, shape, nearest: nearest) }
            for flags in [0, Int32(CK_ACCUMULATE)] {
              expectAgreement("its gradient", within: 1e-6) {
                Self.upsampledGradient(dy, shape, nearest: nearest, flags: flags)
              }
            }
          }
        }
      }
    }

    @Test func upsamplingGradientsAreSlopes() {
      let shape = ck_upsample(batch: 1, height: 3, width: 2, channels: 2, out_height: 5, out_width: 6)
      let x = uniformFloats(12, seed: 1)
      let way = uniformFloats(60, seed: 2)
      for nearest in [true, false] {
        expectSlopes(
          "upsampling", at: x, of: { Self.upsampled($0, shape, nearest: nearest) }, way: way,
          are: Self.upsampledGradient(way, shape, nearest: nearest))
      }
    }

    @Test func bytesBecomeFloats() {
      let bytes = (0..<(50 * 130)).map { UInt8(truncatingIfNeeded: $0 * 7) }
      for channels in [1, 3, 4, 17, 130] {
        let scale = uniformFloats(channels, seed: 1)
        let shift = uniformFloats(channels, seed: 2)
        expectAgreement("\(channels) channels", within: 1e-6) {
          var y = [Float](repeating: .nan, count: 50 * channels)
          ck_bytes_to_floats(bytes, scale, shift, &y, 50, channels)
          return y
        }
      }
    }
  }
}
