import Tensors
import Testing

private typealias Specimen = MatrixSpecimens

@Suite struct FactorTests {
  @Test(arguments: [1, 2, 5, 60, 200]) func theCholeskyFactorTimesItsTransposeIsTheMatrix(_ n: Int) throws {
    let a = try Specimen.positive(n)
    let lower = try a.cholesky()
    #expect(try Specimen.distance(Specimen.product(lower, lower.transposed()), a) < 2e-5)
  }

  @Test func aMatrixThatIsNotPositiveDefiniteIsToldWithItsPivot() throws {
    #expect(
      try fault { try Tensor([[1, 2], [2, 1]]).cholesky() }
        == "cholesky: the matrix is not positive definite: pivot 2 is -3")
    #expect(
      try fault { try Tensor([[1, 2], [5, 1]]).cholesky() }
        == "cholesky: the matrix is not symmetric: row 1, column 2 is 2, row 2, column 1 is 5")
  }

  @Test(arguments: [1, 2, 3, 10, 75, 200]) func eigenvectorsAreOnlyStretched(_ n: Int) throws {
    let x = Specimen.random(n, n)
    let a = try x + x.transposed()
    let (values, vectors) = try a.symmetricEigen()
    let limit: Float = 1e-5 * Float(n)
    #expect(try Specimen.distance(Specimen.product(a, vectors), vectors * values) < limit)
    #expect(try Specimen.distance(Specimen.product(vectors.transposed(), vectors), .identity(n)) < 1e-5)
    #expect(values.list == values.list.sorted())
    #expect(abs(try values.sum().item - a.trace().item) < limit)
  }

  @Test func eigenvaluesOfKnownMatricesAreExact() throws {
    let (values, vectors) = try Tensor([[2, 1], [1, 2]]).symmetricEigen()
    #expect(Specimen.isNear(values, [1, 3]))
    let half = Float(0.5).squareRoot()
    #expect(Specimen.isNear(vectors, [half, half, -half, half]))
    #expect(try Tensor([3, 1, 2]).diagonal().symmetricEigen().values.list == [1, 2, 3])
    #expect(try Tensor.zeros([3, 3]).symmetricEigen().values.list == [0, 0, 0])
    #expect(try Tensor.zeros([0, 0]).symmetricEigen().values.list == [])
  }

  @Test(arguments: [(1, 1), (3, 3), (8, 5), (5, 8), (60, 60), (200, 20), (20, 200)])
  func theSingularFactorsMakeTheMatrix(_ m: Int, _ n: Int) throws {
    let a = Specimen.random(m, n)
    let (u, s, v) = try a.singularValues()
    let k = min(m, n)
    #expect((u.shape, s.shape) == ([m, k], [k]))
    #expect(v.shape == [n, k])
    #expect(try Specimen.distance(Specimen.product(u * s, v.transposed()), a) < 1e-5)
    #expect(try Specimen.distance(Specimen.product(u.transposed(), u), .identity(k)) < 1e-5)
    #expect(try Specimen.distance(Specimen.product(v.transposed(), v), .identity(k)) < 1e-5)
    #expect(s.list == s.list.sorted(by: >))
  }

  @Test func aMatrixOfOneDirectionHasOneSingularValue() throws {
    let a = try Tensor.outer(Tensor([1, 2, 2]), Tensor([3, 4]))
    let (u, s, v) = try a.singularValues()
    #expect(Specimen.isNear(s, [15, 0]))
    #expect(try Specimen.distance(Specimen.product(u.transposed(), u), .identity(2)) < 1e-6)
    #expect(try Specimen.distance(Specimen.product(v.transposed(), v), .identity(2)) < 1e-6)
  }

  @Test func covarianceAndCorrelationOfKnownColumns() throws {
    let x = try Tensor([[1, 2], [2, 4], [3, 6], [4, 8]])
    #expect(try Specimen.isNear(x.covariance(), [5 / 3, 10 / 3, 10 / 3, 20 / 3]))
    #expect(try x.correlation().list == [1, 1, 1, 1])
    #expect(
      try fault { try Tensor([[1, 2], [1, 3]]).correlation() }
        == "corr: column 1 of [2, 2] is constant, its correlation is not defined")
  }

  @Test func theFirstPrincipalComponentLiesAlongALine() throws {
    let x = try Tensor([[0, 1], [3, 5], [6, 9], [9, 13]])
    let (scores, directions, shares) = try x.principalComponents(1)
    #expect((scores.shape, shares.shape) == ([4, 1], [1]))
    #expect(Specimen.isNear(directions, [0.6, 0.8]))
    #expect(abs(shares.item - 1) < 1e-6)
    #expect(try fault { try x.principalComponents(3).scores } == "pca: 3 components of [4, 2], wanted 1 .. 2")
  }
}
