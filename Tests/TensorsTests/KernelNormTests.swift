import CKernels
import Testing

extension KernelTests {
  @Suite struct NormTests {
    /// Batch normalisation in training, forward and backward, of x [rows, channels].
    struct Batch {
      var rows: Int
      var channels: Int
      var gamma: [Float]
      var beta: [Float]
      var relu = false
      var residual: [Float]?

      init(rows: Int, channels: Int) {
        (self.rows, self.channels) = (rows, channels)
        gamma = uniformFloats(channels, seed: 1).map { $0 + 1.5 }
        beta = uniformFloats(channels, seed: 2)
      }

      func statistics(_ x: [Float]) -> (mean: [Float], variance: [Float], inverse: [Float]) {
        var sums = [Double](repeating: 0, count: 4 * channels)
        let middle = rows / 3
        ck_batch_norm_statistics(x, &sums, channels, 0, middle)
        sums.withUnsafeMutableBufferPointer {
          ck_batch_norm_statistics(x, $0.baseAddress! + 2 * channels, channels, middle, rows)
        }
        var mean = [Float](repeating: 0, count: channels)
        var (variance, inverse) = (mean, mean)
        ck_batch_norm_finish(x, sums, 1e-5, &mean, &variance, &inverse, 2, rows, channels)
        return (mean, variance, inverse)
      }

      func forward(_ x: [Float]) -> [Float] {
        let (mean, variance, _) = statistics(x)
        var scale = mean
        var shift = mean
        var y = x
        ck_batch_norm_fold(mean, variance, gamma, beta, 1e-5, &scale, &shift, channels)
        ck_scale_shift(x, scale, shift, residual, &y, channels, relu ? Int32(CK_FUSE_RELU) : 0, 0, rows)
        return y
      }

      func backward(
        _ x: [Float], _ dy: [Float], accumulate: Bool = false
      ) -> (dx: [Float], dresidual: [Float], dgamma: [Float], dbeta: [Float]) {
        let (mean, _, inverse) = statistics(x)
        let y = relu ? forward(x) : nil
        var sums = [Double](repeating: 0, count: 2 * channels)
        ck_batch_norm_backward_sums(x, dy, y, mean, inverse, &sums, channels, 0, rows)
        var dgamma = mean
        var dbeta = mean
        ck_batch_norm_backward_finish(sums, &dgamma, &dbeta, 1, channels)
        var dx = dy
        var dresidual = x
        let flags = accumulate ? Int32(CK_ACCUMULATE) : 0
        if residual == nil {
          ck_batch_norm_backward(
            x, dy, y, mean, inverse, gamma, dgamma, dbeta, &dx, nil, rows, channels, flags, 0, rows)
        } else {
          ck_batch_norm_backward(
            x, dy, y, mean, inverse, gamma, dgamma, dbeta, &dx, &dresidual, rows, channels, flags, 0, rows)
        }
        return (dx, dresidual, dgamma, dbeta)
      }
    }

    @Test func batchNormAgreesWithTheReference() {
      for (rows, channels) in [(9, 1), (5, 3), (64, 10), (700, 16), (37, 24), (300, 65)] {
        let x = uniformFloats(rows * channels, seed: 3).map { $0 * 2 + 100 }
        let dy = uniformFloats(x.count, seed: 4)
        for mode in 0..<8 {
          var batch = Batch(rows: rows, channels: channels)
          batch.relu = mode & 1 > 0
          if mode & 2 > 0 { batch.residual = uniformFloats(x.count, seed: 5) }
          // A ReLU just at its corner may fall to either side: that mask is taken from a clear case.
          expectAgreement("batch norm \(rows)x\(channels)", within: 1e-4) { batch.forward(x) }
          if batch.relu { continue }
          expectAgreement("its gradient", within: 3e-4) { batch.backward(x, dy, accumulate: mode & 4 > 0).dx }
          expectAgreement("its parameters", within: 3e-4) {
            let gradient = batch.backward(x, dy)
            return gradient.dgamma + gradient.dbeta + gradient.dresidual
          }
        }
      }
    }

    @Test func gradientsAreRightToAHundredThousandth() {
      for (rows, channels) in [(2048, 3), (4096, 16), (1024, 32), (600, 65)] {
        let x = uniformFloats(rows * channels, seed: 3).map { $0 * 2 + 1 }
        let dy = uniformFloats(x.count, seed: 4)
        let batch = Batch(rows: rows, channels: channels)
        let name = "\(rows)x\(channels)"
        expectAgreement("values of \(name)", within: 1e-5) { batch.forward(x) }
        expectAgreement("gradient of \(name)", within: 1e-5) { batch.backward(x, dy).dx }
        expectAgreement("dgamma of \(name)", within: 1e-5) { batch.backward(x, dy).dgamma }
        expectAgreement("dbeta of \(name)", within: 1e-5) { batch.backward(x, dy).dbeta }
      }
    }

    @Test func aFusedReLUMasksTheGradient() {
      let (rows, channels) = (40, 10)
      let x = uniformFloats(rows * channels, seed: 3)
      let y = uniformFloats(x.count, seed: 6)
      let dy = uniformFloats(x.count, seed: 4)
      let gamma = uniformFloats(channels, seed: 1)
      expectAgreement("masked") {
        var sums = [Double](repeating: 0, count: 2 * channels)
        ck_batch_norm_backward_sums(x, dy, y, gamma, gamma, &sums, channels, 0, rows)
        var dx = x
        var dresidual = x
        ck_batch_norm_backward(
          x, dy, y, gamma, gamma, gamma, gamma, gamma, &dx, &dresidual, rows, channels, 0, 0, rows)
        return dx + dresidual + sums.map { Float($0) }
      }
    }

    @Test func batchNormGradientsAreSlopes() {
      for relu in [false, true] {
        var batch = Batch(rows: 8, channels: 3)
        batch.relu = relu
        batch.residual = uniformFloats(24, seed: 9)
        let x = uniformFloats(24, seed: 7).map { $0 * 2 }
        let way = uniformFloats(24, seed: 8)
        onPath(CK_REFERENCE) {
          expectSlopes(
            "batch norm", at: x, of: batch.forward, way: way, are: batch.backward(x, way).dx, step: 1e-3,
            within: 1e-2)
        }
      }
    }

    struct Group {
      var images = 2
      var pixels = 5
      var channels: Int
      var groups: Int
      var gamma: [Float] { uniformFloats(channels, seed: 1).map { $0 + 1.5 } }

      func forward(_ x: [Float]) -> (y: [Float], mean: [Float], inverse: [Float]) {
        var y = x
        var mean = [Float](repeating: 0, count: images * groups)
        var inverse = mean
        ck_group_norm_forward(
          x, gamma, uniformFloats(channels, seed: 2), 1e-5, &y, &mean, &inverse, pixels, channels, groups, 0,
          images)
        return (y, mean, inverse)
      }

      func backward(_ x: [Float], _ dy: [Float], flags: Int32 = 0) -> [[Float]] {
        let (_, mean, inverse) = onPath(CK_REFERENCE) { forward(x) }
        var dx = x
        var dgamma = [Float](repeating: 0, count: channels)
        var dbeta = dgamma
        ck_group_norm_backward(
          x, dy, mean, inverse, gamma, &dx, &dgamma, &dbeta, pixels, channels, groups, flags, 0, images)
        return [dx, dgamma, dbeta]
      }
    }

    @Test func groupNormAgreesWithTheReference() {
      for (pixels, channels, groups) in [
        (1, 6, 3), (9, 6, 1), (50, 32, 8), (300, 20, 5), (7, 64, 64), (4, 2100, 3), (3, 1200, 1),
      ] {
        let group = Group(pixels: pixels, channels: channels, groups: groups)
        let x = uniformFloats(2 * pixels * channels, seed: 3).map { $0 * 2 + 10 }
        let dy = uniformFloats(x.count, seed: 4)
        let name = "group norm \(pixels)x\(channels)/\(groups)"
        expectAgreement(name, within: 2e-5) { group.forward(x).y }
        for part in 0..<3 {
          expectAgreement("\(name), gradient \(part)", within: 1e-5) { group.backward(x, dy)[part] }
        }
        expectAgreement("\(name), added", within: 1e-5) {
          group.backward(x, dy, flags: Int32(CK_ACCUMULATE))[0]
        }
      }
    }

    @Test func groupNormGradientsAreSlopes() {
      let group = Group(images: 1, pixels: 3, channels: 6, groups: 2)
      let x = uniformFloats(18, seed: 3)
      let way = uniformFloats(18, seed: 4)
      onPath(CK_REFERENCE) {
        expectSlopes(
          "group norm", at: x, of: { group.forward($0).y }, way: way, are: group.backward(x, way)[0],
          step: 1e-3, within: 1e-2)
      }
    }

    static func layerNorm(_ x: [Float], columns: Int) -> (y: [Float], mean: [Float], inverse: [Float]) {
      let rows = x.count / columns
      let gamma = uniformFloats(columns, seed: 1)
      let beta = uniformFloats(columns, seed: 2)
      var y = x
      var mean = [Float](repeating: 0, count: rows)
      var inverse = mean
      ck_layer_norm_forward(x, gamma, beta, 1e-5, &y, &mean, &inverse, columns, 0, rows)
      return (y, mean, inverse)
    }

    static func layerNormGradient(_ x: [Float], _ dy: [Float], columns: Int) -> [Float] {
      let (_, mean, inverse) = layerNorm(x, columns: columns)
      let gamma = uniformFloats(columns, seed: 1)
      var dx = x
      var dgamma = [Float](repeating: 0, count: columns)
      var dbeta = dgamma
      ck_layer_norm_backward(
        x, dy, mean, inverse, gamma, &dx, &dgamma, &dbeta, columns, 0, 0, x.count / columns)
      return dx + dgamma + dbeta
    }

    @Test func layerNormGradientsAreSlopes() {
      let x = uniformFloats(21, seed: 3)
      let way = uniformFloats(21, seed: 4)
      onPath(CK_REFERENCE) {
        expectSlopes(
          "layer norm", at: x, of: { Self.layerNorm($0, columns: 7).y }, way: way,
          are: Self.layerNormGradient(x, way, columns: 7), step: 1e-3, within: 1e-2)
      }
    }

    @Test func layerNormAgreesWithTheReference() {
      for columns in [1, 7, 16, 50, 130, 1100] {
        let x = uniformFloats(4 * columns, seed: 3)
        let dy = uniformFloats(x.count, seed: 4)
        expectAgreement("layer norm", within: 1e-4) { Self.layerNorm(x, columns: columns).y }
        expectAgreement("layer norm gradient", within: 1e-4) {
          Self.layerNormGradient(x, dy, columns: columns)
        }
      }
    }
  }
}
