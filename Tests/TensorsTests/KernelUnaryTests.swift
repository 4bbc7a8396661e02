import CKernels
import Foundation
import Testing

extension KernelTests {
  @Suite struct UnaryTests {
    static let kinds: [ck_unary_kind] = [
      CK_RELU, CK_RELU6, CK_LEAKY_RELU, CK_GELU, CK_SILU, CK_SIGMOID, CK_TANH, CK_EXP, CK_LOG, CK_SQRT,
      CK_ABS, CK_SQUARE, CK_NEGATE, CK_POWER, CK_MULTIPLE, CK_OFFSET,
      CK_HARD_SIGMOID, CK_HARD_SWISH, CK_ERF, CK_SIN, CK_COS, CK_RECIPROCAL,
    ]
    /// Their slope is 0 wherever they have one.
    static let steps: [ck_unary_kind] = [CK_SIGN, CK_FLOOR, CK_CEIL, CK_ROUND]

    static func values(_ kind: ck_unary_kind, _ x: [Float]) -> [Float] {
      var y = [Float](repeating: .nan, count: x.count)
      ck_unary(kind, x, 0.3, &y, x.count)
      return y
    }

    static func gradient(_ kind: ck_unary_kind, _ x: [Float], _ dy: [Float], flags: Int32 = 0) -> [Float] {
      var dx = dy
      ck_unary_backward(kind, x, values(kind, x), dy, 0.3, &dx, flags, x.count)
      return dx
    }

    static func positiveOnly(_ kind: ck_unary_kind) -> Bool { [CK_LOG, CK_SQRT, CK_POWER].contains(kind) }

    @Test func fastPathsAgreeWithTheReference() {
      for kind in Self.kinds + Self.steps {
        for count in [0, 1, 7, 8, 33, 100] {
          let spread = uniformFloats(count, seed: 3).map { $0 * 12 }
          let x = Self.positiveOnly(kind) ? spread.map { abs($0) + 0.01 } : spread
          let dy = uniformFloats(count, seed: 4)
          expectAgreement("\(kind) of \(count)", within: 1e-6) { Self.values(kind, x) }
          expectAgreement("slope of \(kind)", within: 3e-6) { Self.gradient(kind, x, dy) }
          expectAgreement("slope of \(kind), added", within: 3e-6) {
            Self.gradient(kind, x, dy, flags: Int32(CK_ACCUMULATE))
          }
        }
      }
    }

    @Test func gradientsAreSlopes() {
      let x = uniformFloats(24, seed: 5).map { $0 * 3 + ($0 < 0 ? -0.1 : 0.1) }
      for kind in Self.kinds {
        let x = Self.positiveOnly(kind) ? x.map { abs($0) + 0.3 } : x
        let way = uniformFloats(x.count, seed: 6)
        onPath(CK_REFERENCE) {
          expectSlopes(
            "\(kind)", at: x, of: { Self.values(kind, $0) }, way: way, are: Self.gradient(kind, x, way))
        }
      }
    }

    @Test func theExponentialKnowsItsLimits() {
      let x: [Float] = [0, -.infinity, .infinity, .nan, 89, 88, -87, -100, -104, 1, -1e30, 1e30]
      for path in fastPaths {
        let y = onPath(path) { Self.values(CK_EXP, x) }
        #expect(y[0] == 1)
        #expect(y[1] == 0 && y[10] == 0)
        #expect(y[2] == .infinity && y[4] == .infinity && y[11] == .infinity)
        #expect(y[3].isNaN)
        #expect(abs(y[5] / 1.6516363e38 - 1) < 1e-6)
        #expect(abs(y[6] / 1.6458115e-38 - 1) < 1e-6)
        #expect(y[7] > 0 && y[7] < 1e-37)
        #expect(abs(y[9] - 2.7182817) < 1e-6)
      }
    }

    @Test func nanIsKept() {
      for path in fastPaths + [CK_REFERENCE] {
        for kind in Self.kinds + Self.steps {
          #expect(onPath(path) { Self.values(kind, [.nan])[0].isNaN }, "\(kind)")
        }
      }
    }

    /// Units in the last place between each value and the reference, the largest.
    static func ulps(_ kind: ck_unary_kind, _ x: [Float]) -> Float {
      let wanted = onPath(CK_REFERENCE) { values(kind, x) }
      return fastPaths.map { path in
        let found = onPath(path) { values(kind, x) }
        return zip(found, wanted).map { $0 == $1 ? 0 : abs($0 - $1) / max($1.ulp, .leastNormalMagnitude) }
          .max()
          ?? 0
      }.max() ?? 0
    }

    @Test func valuesAreRightToTheLastPlaces() {
      let x = uniformFloats(4000, seed: 8).map { $0 * 20 }
      let positive = x.map { Foundation.exp2($0 * 6) }
      #expect(Self.ulps(CK_EXP, x) <= 2)
      #expect(Self.ulps(CK_LOG, positive) <= 2)
      #expect(Self.ulps(CK_SIGMOID, x) <= 4)
      #expect(Self.ulps(CK_TANH, x) <= 4)
      #expect(Self.ulps(CK_ERF, x) <= 6)
      #expect(Self.ulps(CK_SILU, x) <= 6)
      for kind in Self.steps { #expect(Self.ulps(kind, x) == 0) }
    }

    @Test func theLogarithmKnowsItsLimits() {
      for path in fastPaths {
        let y = onPath(path) {
          Self.values(
            CK_LOG, [0, -0.0, -1, .infinity, 1, Float(sign: .plus, exponent: -133, significand: 1), .nan])
        }
        #expect(y[0] == -.infinity && y[1] == -.infinity && y[2].isNaN && y[3] == .infinity && y[4] == 0)
        #expect(abs(y[5] / -92.188574 - 1) < 1e-5)
        #expect(y[6].isNaN)
      }
    }

    @Test func sineAndCosineHoldFarOut() {
      let x: [Float] = [0, 1e3, -8e3, 1e5, -3e8, 1e30, .infinity, 3.1415927]
      for kind in [CK_SIN, CK_COS] {
        expectAgreement("\(kind)", within: 2e-6) { Self.values(kind, x) }
      }
    }

    @Test func halvesRoundToTheEvenNumber() {
      for path in fastPaths + [CK_REFERENCE] {
        #expect(onPath(path) { Self.values(CK_ROUND, [0.5, 1.5, 2.5, -0.5, -1.5]) } == [0, 2, 2, 0, -2])
      }
    }

    @Test func clippingAndDropoutAgreeWithTheReference() {
      for count in [1, 15, 16, 17, 100] {
        let x = uniformFloats(count, seed: 3)
        for flags in [0, Int32(CK_ACCUMULATE)] {
          expectAgreement("clip", within: 0) {
            var (y, dx) = (x, x)
            ck_clip(x, -0.3, 0.4, &y, count)
            ck_clip_backward(x, x, -0.3, 0.4, &dx, flags, count)
            return y + dx
          }
          for rate: Float in [0, 0.3, 1] {
            expectAgreement("dropout", within: 1e-7) {
              var y = x
              ck_dropout(x, rate, 0xFEED_BEEF_1234, 1 << 33, &y, flags, count)
              return y
            }
          }
        }
      }
    }

    @Test func clippingStopsTheGradientOutside() {
      let x: [Float] = [-2, -1, 0, 1, 2]
      var y = x
      var dx = x
      ck_clip(x, -1, 1, &y, x.count)
      ck_clip_backward(x, [1, 2, 3, 4, 5], -1, 1, &dx, 0, x.count)
      #expect(y == [-1, -1, 0, 1, 1])
      #expect(dx == [0, 2, 3, 4, 0])
    }

    @Test func dropoutDependsOnSeedAndPlaceAlone() {
      let x = [Float](repeating: 1, count: 1000)
      var whole = x
      var parts = x
      ck_dropout(x, 0.25, 7, 100, &whole, 0, 1000)
      ck_dropout(x, 0.25, 7, 100, &parts, 0, 333)
      parts.withUnsafeMutableBufferPointer { ck_dropout(x, 0.25, 7, 433, $0.baseAddress! + 333, 0, 667) }
      #expect(whole == parts)
      #expect(Set(whole) == [0, 1 / 0.75])
      #expect((200...300).contains(whole.count { $0 == 0 }))
    }
  }
}
