import Report
import Tensors
import Testing

private typealias Specimen = MatrixSpecimens

@Suite struct EquationTests {
  @Test(arguments: [1, 2, 3, 17, 64, 200]) func theSolutionLeavesNoResidual(_ n: Int) throws {
    let (a, x) = (Specimen.random(n, n), Specimen.random(n, 3, seed: 4))
    let b = try Specimen.product(a, x)
    let found = try a.solve(b)
    #expect(try Specimen.distance(Specimen.product(a, found), b) < 2e-4)
  }

  @Test func theInverseOfAHilbertMatrixIsWhole() throws {
    let inverse = try Specimen.hilbert(3).inverse()
    let exact: [Float] = [9, -36, 30, -36, 192, -180, 30, -180, 180]
    #expect(Specimen.isNear(inverse, exact, within: 2e-3))
    #expect(abs(try Specimen.hilbert(3).determinant().item * 2160 - 1) < 1e-4)
  }

  @Test func aRotationIsTurnedBackByItsTranspose() throws {
    let turn = try Tensor([[0.6, -0.8], [0.8, 0.6]])
    #expect(try Specimen.distance(turn.inverse(), turn.transposed()) < 1e-6)
    #expect(abs(try turn.determinant().item - 1) < 1e-6)
  }

  @Test func rowsOfVeryDifferentSizeAreNotSingular() throws {
    let a = try Tensor([[1e20, 1e20], [1, 2]])
    let x = try a.solve(Tensor([2e20, 3]))
    #expect(Specimen.isNear(x, [1, 1]))
  }

  @Test func aZeroInTheFirstPlaceNeedsAnExchange() throws {
    let a = try Tensor([[0, 2], [3, 0]])
    #expect(try a.solve(Tensor([2, 3])).list == [1, 1])
    #expect(try a.determinant().item == -6)
  }

  @Test func aSingularMatrixIsToldWithItsPivot() throws {
    let a = try Tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    #expect(
      try fault { try a.solve(Tensor([1, 2, 3])) }
        == "solve: [3, 3] is singular: pivot 3 is 0, column 3 follows from the columns before it")
    #expect(try a.determinant().item == 0)
    #expect(
      try fault { try Tensor([[0, 1], [0, 2]]).inverse() }
        == "inverse: [2, 2] is singular: pivot 1 is 0, column 1 is all 0")
  }

  @Test func shapesAndValuesThatCannotBeAreTold() throws {
    #expect(
      try fault { try Tensor.ones([2, 3]).solve(Tensor([1, 2])) }
        == "solve: the matrix is [2, 3], wanted as many rows as columns")
    #expect(
      try fault { try Tensor.identity(3).solve(Tensor([1, 2])) }
        == "solve: shapes [3, 3] and [2] do not fit")
    #expect(
      try fault { try Tensor([[1, .nan], [0, 1]]).inverse() }
        == "inverse: row 1, column 2 is nan, wanted finite numbers")
    #expect(
      try fault { try Tensor.ones([2, 2, 2]).determinant() }
        == "det: the input is [2, 2, 2], wanted a matrix [rows, columns]")
  }

  @Test(arguments: [(1, 1), (5, 2), (40, 7), (200, 30)])
  func theLeastSquaresResidualIsAtRightAnglesToTheColumns(_ m: Int, _ n: Int) throws {
    let (a, b) = (Specimen.random(m, n), Specimen.random(m, 2, seed: 5))
    let residual = try Specimen.product(a, a.leastSquares(b)) - b
    #expect(try Specimen.product(a.transposed(), residual).absolute().max().item < 2e-4)
  }

  @Test func aLineThroughPointsOnALineIsFound() throws {
    let a = try Tensor([[1, 1], [1, 2], [1, 3], [1, 4]])
    let line = try a.leastSquares(Tensor([3, 5, 7, 9]))
    #expect(line.shape == [2])
    #expect(Specimen.isNear(line, [1, 2]))
  }

  @Test func unknownsThatTheRowsDoNotTellAreTold() throws {
    #expect(
      try fault { try Tensor.ones([2, 3]).leastSquares(Tensor([1, 2])) }
        == "lstsq: [2, 3] has 2 rows for 3 unknowns, wanted at least 3")
    #expect(
      try fault { try Tensor([[1, 2], [1, 2], [1, 2]]).leastSquares(Tensor([1, 2, 3])) }
        == "lstsq: [3, 2] is singular: pivot 2 is 0, column 2 follows from the columns before it")
  }
}

/// The words of the fault that `body` throws.
func fault(_ body: () throws -> Tensor) throws -> String {
  do {
    _ = try body()
    return "no fault"
  } catch let fault as Fault {
    return fault.what.en
  }
}
