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

    enum Optimizer: CaseIterable { case sgd, momentum, adam, adamW, rmsprop }

    /// Weights and state of three tensors after one step, by the list or tensor by tensor.
    static func stepped(_ optimizer: Optimizer, asList: Bool) -> [Float] {
      let counts = [5, 1, 40]
      let scalars: [Float] = [0.1, 0.5, 3]
      let total = 46
      let gradient = uniformFloats(total, seed: 2)
      var weights = uniformFloats(total, seed: 1)
      var moments = uniformFloats(total, seed: 3)
      var squares = moments.map { $0 * $0 + 0.1 }
      gradient.withUnsafeBufferPointer { g in
        weights.withUnsafeMutableBufferPointer { w in
          moments.withUnsafeMutableBufferPointer { m in
            squares.withUnsafeMutableBufferPointer { s in
              let starts = [0, 5, 6]
              if !asList {
                for (start, count) in zip(starts, counts) {
                  let (g, w) = (g.baseAddress! + start, w.baseAddress! + start)
                  let (m, s) = (m.baseAddress! + start, s.baseAddress! + start)
                  switch optimizer {
                  case .sgd: ck_sgd_step(g, 0.5, w, nil, 0.1, 0, false, 0.01, count)
                  case .momentum: ck_sgd_step(g, 0.5, w, m, 0.1, 0.9, true, 0.01, count)
                  case .adam: ck_adam_step(g, 0.5, w, m, s, 0.1, 0.9, 0.999, 1e-8, 0.01, false, 3, count)
                  case .adamW: ck_adam_step(g, 0.5, w, m, s, 0.1, 0.9, 0.999, 1e-8, 0.01, true, 3, count)
                  case .rmsprop: ck_rmsprop_step(g, 0.5, w, s, m, 0.1, 0.9, 1e-8, 0.9, 0.01, count)
                  }
                }
                return
              }
              let gradients = starts.map { Optional(g.baseAddress! + $0) }
              let (all, velocities) = (
                starts.map { Optional(w.baseAddress! + $0) }, starts.map { Optional(m.baseAddress! + $0) }
              )
              let second = starts.map { Optional(s.baseAddress! + $0) }
              counts.withUnsafeBufferPointer { counts in
                gradients.withUnsafeBufferPointer { gradients in
                  all.withUnsafeBufferPointer { all in
                    velocities.withUnsafeBufferPointer { velocities in
                      second.withUnsafeBufferPointer { second in
                        var list = ck_weights(
                          tensors: 3, counts: counts.baseAddress, gradients: gradients.baseAddress,
                          weights: all.baseAddress,
                          moments: optimizer == .sgd ? nil : velocities.baseAddress,
                          squares: second.baseAddress)
                        for range in [0..<3, 3..<30, 30..<total] {
                          let (first, last) = (range.lowerBound, range.upperBound)
                          switch optimizer {
                          case .sgd: ck_sgd_steps(&list, scalars, 0, false, 0.01, first, last)
                          case .momentum: ck_sgd_steps(&list, scalars, 0.9, true, 0.01, first, last)
                          case .adam:
                            ck_adam_steps(&list, scalars, 0.9, 0.999, 1e-8, 0.01, false, first, last)
                          case .adamW:
                            ck_adam_steps(&list, scalars, 0.9, 0.999, 1e-8, 0.01, true, first, last)
                          case .rmsprop: ck_rmsprop_steps(&list, scalars, 0.9, 1e-8, 0.9, 0.01, first, last)
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
      return weights + moments + squares
    }

    @Test func aListIsSteppedAsItsTensorsAre() {
      for optimizer in Optimizer.allCases {
        expectAgreement("\(optimizer)", within: 2e-6) { Self.stepped(optimizer, asList: true) }
        for path in fastPaths + [CK_REFERENCE] {
          onPath(path) {
            #expect(Self.stepped(optimizer, asList: true) == Self.stepped(optimizer, asList: false))
          }
        }
      }
    }

    @Test func averagesMoveAndNormsAreOfTheWholeList() {
      let x = uniformFloats(50, seed: 1)
      let start = uniformFloats(50, seed: 2)
      let counts = [3, 47]
      expectAgreement("average and norm", within: 1e-6) {
        var y = start
        var norm = 0.0
        x.withUnsafeBufferPointer { from in
          y.withUnsafeMutableBufferPointer { to in
            let sources = [Optional(from.baseAddress!), Optional(from.baseAddress! + 3)]
            let targets = [Optional(to.baseAddress!), Optional(to.baseAddress! + 3)]
            ck_move_towards(sources, targets, counts, 2, 0.25, 0, 20)
            ck_move_towards(sources, targets, counts, 2, 0.25, 20, 50)
            norm = ck_squared_norms(sources, counts, 2, 0, 50)
          }
        }
        #expect(abs(norm - x.reduce(0.0) { $0 + Double($1) * Double($1) }) < 1e-5)
        #expect(abs(y[10] - (start[10] + 0.25 * (x[10] - start[10]))) < 1e-6)
        return y + [Float(norm)]
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
