import CKernels
import Testing

extension KernelTests {
  @Suite struct ArithmeticTests {
    static let kinds = [CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_MINIMUM, CK_REMAINDER]
    static let spreads = [CK_FULL, CK_ROW, CK_COLUMN, CK_SCALAR]

    @Test func everyOperandSpreads() {
      for (rows, columns) in [(1, 1), (3, 5), (7, 16), (2, 37)] {
        let a = uniformFloats(rows * columns, seed: 1)
        let b = uniformFloats(rows * columns, seed: 2).map { $0 + 2 }
        for kind in Self.kinds {
          for left in Self.spreads {
            for right in Self.spreads {
              for flags in [0, Int32(CK_ACCUMULATE)] {
                expectAgreement("\(kind) \(left) \(right)") {
                  var y = a
                  ck_binary(kind, a, left, b, right, &y, columns, flags, 0, rows)
                  return y
                }
              }
            }
          }
        }
      }
      var y = [Float](repeating: 0, count: 4)
      ck_binary(CK_SUBTRACT, [1, 2], CK_COLUMN, [10, 20], CK_ROW, &y, 2, 0, 0, 2)
      #expect(y == [-9, -19, -8, -18])
    }

    static let comparisons = [
      CK_EQUAL, CK_NOT_EQUAL, CK_LESS, CK_LESS_EQUAL, CK_GREATER, CK_GREATER_EQUAL,
    ]

    @Test func comparisonsAndSelectionSpread() {
      for (rows, columns) in [(1, 1), (3, 5), (2, 37)] {
        let a = uniformFloats(rows * columns, seed: 1).map { ($0 * 2).rounded() }
        let b = uniformFloats(rows * columns, seed: 2).map { ($0 * 2).rounded() }
        for left in Self.spreads {
          for right in Self.spreads {
            for kind in Self.comparisons {
              expectAgreement("\(kind) \(left) \(right)", within: 0) {
                var y = a
                ck_compare(kind, a, left, b, right, &y, columns, 0, rows)
                return y
              }
            }
            for by in Self.spreads {
              expectAgreement("select \(by) \(left) \(right)", within: 0) {
                var y = uniformFloats(rows * columns, seed: 3)
                ck_select(a, by, b, left, a, right, &y, columns, 0, 0, rows)
                ck_select(b, by, a, left, b, right, &y, columns, Int32(CK_ACCUMULATE), 0, rows)
                return y
              }
            }
          }
        }
      }
      var y = [Float](repeating: 9, count: 3)
      ck_compare(CK_LESS_EQUAL, [1, .nan, 3], CK_FULL, [2], CK_SCALAR, &y, 3, 0, 1)
      #expect(y == [1, 0, 0])
      ck_select([1, 0, -2], CK_FULL, [5], CK_SCALAR, [1, 2, 3], CK_FULL, &y, 3, 0, 0, 1)
      #expect(y == [5, 2, 5])
    }

    @Test func theRemainderHasTheSignOfTheDivisor() {
      let a: [Float] = [7, -7, 7, -7, 5.5, 1e30, -1, 1, .infinity, 3, 6e8]
      let b: [Float] = [3, 3, -3, -3, 2, 7, .infinity, -.infinity, 2, 0, 7]
      for path in fastPaths + [CK_REFERENCE] {
        onPath(path) {
          var y = a
          ck_binary(CK_REMAINDER, a, CK_FULL, b, CK_FULL, &y, a.count, 0, 0, 1)
          #expect(Array(y[..<5]) == [1, 2, -2, -1, 1.5])
          #expect(y[6] == .infinity && y[7] == -.infinity)
          #expect(y[8].isNaN && y[9].isNaN)
        }
      }
      expectAgreement("remainder", within: 0) {
        var y = a
        ck_binary(CK_REMAINDER, a, CK_FULL, b, CK_FULL, &y, a.count, 0, 0, 1)
        return y.filter { $0.isFinite }
      }
    }

    @Test func sumsRunAlongRows() {
      for columns in [1, 4, 17, 40] {
        let x = uniformFloats(3 * columns, seed: 1)
        for reversed in [false, true] {
          for flags in [0, Int32(CK_ACCUMULATE)] {
            expectAgreement("cumulative \(columns)", within: 1e-6) {
              var y = x
              ck_cumulative_sum(x, &y, columns, reversed, flags, 0, 3)
              return y
            }
          }
        }
      }
      var y = [Float](repeating: 0, count: 4)
      ck_cumulative_sum([1, 2, 3, 4], &y, 4, true, 0, 0, 1)
      #expect(y == [10, 9, 7, 4])
    }

    @Test func aMaximumWithoutNumberIsNaN() {
      for path in fastPaths + [CK_REFERENCE] {
        for count in [1, 7, 200] {
          for place in [0, count / 2, count - 1] {
            var x = uniformFloats(count, seed: 1)
            x[place] = .nan
            #expect(onPath(path) { ck_reduce_all(CK_MAX, x, count).isNaN })
            #expect(onPath(path) { ck_reduce_all(CK_MIN, x, count).isNaN })
            var y: Float = 0
            onPath(path) { ck_reduce_columns(CK_MAX, x, &y, count, 1) }
            #expect(y.isNaN)
          }
        }
      }
    }

    @Test func theVarianceIsThatOfDistances() {
      let x: [Float] = [1001, 1002, 1003, 1006]
      for path in fastPaths + [CK_REFERENCE] {
        #expect(onPath(path) { ck_reduce_all(CK_VARIANCE, x, 4) } == 3.5)
      }
    }

    @Test func reductionsAgreeWithTheReference() {
      for (rows, columns) in [(1, 1), (3, 5), (70, 16), (2, 1037), (300, 3)] {
        let x = uniformFloats(rows * columns, seed: 3)
        for kind in [CK_SUM, CK_MEAN, CK_MAX, CK_MIN, CK_VARIANCE] {
          expectAgreement("\(kind) of rows") {
            var y = [Float](repeating: 0, count: rows)
            ck_reduce_rows(kind, x, &y, columns, 0, rows)
            return y
          }
          expectAgreement("\(kind) of columns") {
            var y = [Float](repeating: 0, count: columns)
            ck_reduce_columns(kind, x, &y, rows, columns)
            return y
          }
          expectAgreement("\(kind) of all") { [Float(ck_reduce_all(kind, x, x.count))] }
        }
        expectAgreement("squared norm") { [Float(ck_squared_norm(x, x.count))] }
      }
    }

    @Test func oneNumberThatIsNotFiniteIsFound() {
      for path in fastPaths + [CK_REFERENCE] {
        onPath(path) {
          for count in [1, 9, 2000] {
            var x = [Float](repeating: 1e30, count: count)
            #expect(ck_all_finite(x, count))
            x[count / 2] = .infinity
            #expect(!ck_all_finite(x, count))
            x[count / 2] = .nan
            #expect(!ck_all_finite(x, count))
          }
        }
      }
    }

    @Test func partsAreSummedInOrder() {
      let x = uniformFloats(60, seed: 1)
      expectAgreement("parts", within: 0) {
        var y = [Float](repeating: 1, count: 17)
        ck_sum_parts(x, &y, 3, 20, Int32(CK_ACCUMULATE), 17)
        return y
      }
      expectAgreement("multiple", within: 1e-6) {
        var y = x
        ck_add_multiple(x, -0.5, &y, x.count)
        return y
      }
    }
  }
}
