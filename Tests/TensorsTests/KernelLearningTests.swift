import CKernels
import Testing

extension KernelTests {
  @Suite struct LearningTests {
    @Test func optimizersAgreeWithTheReference() {
      let count = 37
      let start = uniformFloats(count, seed: 1)
      let gradient = uniformFloats(count, seed: 2)
      for mode in 0..<4 {
        expectAgreement("sgd", within: 1e-6) {
          var weights = start
          var velocity = uniformFloats(count, seed: 3)
          if mode & 1 > 0 {
            ck_sgd_step(gradient, 0.5, &weights, &velocity, 0.1, 0.9, mode & 2 > 0, 0.01, count)
          } else {
            ck_sgd_step(gradient, 0.5, &weights, nil, 0.1, 0, false, 0.01, count)
          }
          return weights + velocity
        }
        expectAgreement("adam", within: 2e-6) {
          var weights = start
          var mean = uniformFloats(count, seed: 3)
          var variance = mean.map { $0 * $0 }
          ck_adam_step(
            gradient, 0.5, &weights, &mean, &variance, 0.1, 0.9, 0.999, 1e-8, 0.01, mode & 1 > 0, 3, count)
          return weights + mean + variance
        }
        expectAgreement("rmsprop", within: 2e-6) {
          var weights = start
          var squares = start.map { $0 * $0 + 0.1 }
          var velocity = start
          if mode & 1 > 0 {
            ck_rmsprop_step(gradient, 0.5, &weights, &squares, &velocity, 0.1, 0.9, 1e-8, 0.9, 0.01, count)
          } else {
            ck_rmsprop_step(gradient, 0.5, &weights, &squares, nil, 0.1, 0.9, 1e-8, 0, 0.01, count)
          }
          return weights + squares + velocity
        }
      }
    }

    @Test func adamsFirstStepIsTheRate() {
      for path in fastPaths + [CK_REFERENCE] {
        onPath(path) {
          var (weights, mean, variance): ([Float], [Float], [Float]) = ([1, 1], [0, 0], [0, 0])
          ck_adam_step([3, -0.2], 1, &weights, &mean, &variance, 0.1, 0.9, 0.999, 1e-8, 0, false, 1, 2)
          #expect(abs(weights[0] - 0.9) < 1e-5 && abs(weights[1] - 1.1) < 1e-5)
        }
      }
    }

    static let weights: [Float] = [1, 2, 0.5, 1, 3]

    static func losses(
      _ logits: [Float], smoothing: Float, weighted: Bool
    ) -> (losses: [Float], gradient: [Float]) {
      var losses = [Float](repeating: 0, count: 3)
      var gradient = logits
      ck_cross_entropy(
        logits, [4, 0, -1], weighted ? weights : nil, smoothing, 1, &losses, &gradient, 5, 0, 3)
      return (losses, gradient)
    }

    @Test func crossEntropyGradientsAreSlopes() {
      let x = uniformFloats(15, seed: 1).map { $0 * 3 }
      for smoothing: Float in [0, 0.1] {
        for weighted in [false, true] {
          let gradient = Self.losses(x, smoothing: smoothing, weighted: weighted).gradient
          expectSlopes(
            "cross entropy", at: x, of: { Self.losses($0, smoothing: smoothing, weighted: weighted).losses },
            way: [1, 1, 1], are: gradient)
          #expect(gradient[10...].allSatisfy { $0 == 0 })
        }
      }
    }

    @Test func aUniformGuessCostsTheLogarithmOfTheClasses() {
      let zeros = [Float](repeating: 0, count: 15)
      let losses = Self.losses(zeros, smoothing: 0, weighted: false).losses
      #expect(abs(losses[0] - 1.6094379) < 1e-6)
      #expect(losses[2] == 0)
      #expect(ck_label_weight([4, 0, -1], Self.weights, 3) == 4)
      #expect(ck_label_weight([4, 0, -1], nil, 3) == 2)
    }

    @Test func crossEntropyAgreesWithTheReference() {
      for columns in [1, 5, 16, 37, 300] {
        let logits = uniformFloats(3 * columns, seed: 1).map { $0 * 6 }
        let weights = uniformFloats(columns, seed: 2).map { $0 + 1.5 }
        for mode in 0..<4 {
          expectAgreement("cross entropy of \(columns), \(mode)", within: 2e-6) {
            var losses: [Float] = [9, 9, 9]
            var gradient = logits
            ck_cross_entropy(
              logits, [columns - 1, -1, 0], mode & 1 > 0 ? weights : nil, mode & 2 > 0 ? 0.1 : 0, 0.5,
              &losses,
              &gradient, columns, 0, 3)
            return losses + gradient
          }
        }
      }
    }

    @Test func softmaxAgreesWithTheReference() {
      for columns in [1, 5, 16, 37, 300, 1200] {
        let x = uniformFloats(3 * columns, seed: 1).map { $0 * 6 }
        let dy = uniformFloats(3 * columns, seed: 2)
        for flags in [0, Int32(CK_ACCUMULATE)] {
          expectAgreement("softmax of \(columns)", within: 2e-6) {
            var (y, dx) = (x, x)
            ck_softmax(x, &y, columns, 0, 3)
            ck_softmax_backward(y, dy, &dx, columns, flags, 0, 3)
            return y + dx
          }
          expectAgreement("log softmax of \(columns)", within: 2e-6) {
            var (y, dx) = (x, x)
            ck_log_softmax(x, &y, columns, 0, 3)
            ck_log_softmax_backward(y, dy, &dx, columns, flags, 0, 3)
            return y + dx
          }
        }
      }
    }

    @Test func softmaxGradientsAreSlopes() {
      let x = uniformFloats(12, seed: 1).map { $0 * 3 }
      let way = uniformFloats(12, seed: 2)
      var dx = x
      func softmax(_ x: [Float]) -> [Float] {
        var y = x
        ck_softmax(x, &y, 4, 0, x.count / 4)
        return y
      }
      ck_softmax_backward(softmax(x), way, &dx, 4, 0, 0, 3)
      expectSlopes("softmax", at: x, of: softmax, way: way, are: dx)
      func logSoftmax(_ x: [Float]) -> [Float] {
        var y = x
        ck_log_softmax(x, &y, 4, 0, x.count / 4)
        return y
      }
      ck_log_softmax_backward(logSoftmax(x), way, &dx, 4, 0, 0, 3)
      expectSlopes("log softmax", at: x, of: logSoftmax, way: way, are: dx)
      #expect(softmax([1000, 1000, -1000, 1000])[0] == 1 / Float(3))
    }
  }
}
