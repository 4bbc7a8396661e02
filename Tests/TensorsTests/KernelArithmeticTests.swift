import CKernels
import Testing

extension KernelTests {
  @Suite struct ArithmeticTests {
    static let kinds = [CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_MINIMUM]
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

    @Test func reductionsAgreeWithTheReference() {
      for (rows, columns) in [(1, 1), (3, 5), (70, 16), (2, 1037), (300, 3)] {
        let x = uniformFloats(rows * columns, seed: 3)
        for kind in [CK_SUM, CK_MEAN, CK_MAX, CK_MIN] {
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
        expectAgreement("column sums") {
          var sums = [Double](repeating: 1, count: columns)
          ck_column_sums(x, &sums, columns, 0, rows)
          return sums.map { Float($0) }
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
