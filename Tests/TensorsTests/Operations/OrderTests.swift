import Randomness
import Report
import Tensors
import Testing

@Suite struct OrderTests {
  @Test(arguments: [0, 1, 2, 64, 65, 1000, 40_000]) func sortedValuesAreThoseOfTheLibrary(_ n: Int) throws {
    var generator = SeededGenerator(seed: 5)
    let x = Tensor.uniform([n], in: -3...3, using: &generator)
    let (up, order) = try x.sorted(axis: 0)
    #expect(up.list == x.list.sorted())
    #expect(try x.take(order.list.map { Int($0) }).list == up.list)
    #expect(try x.sorted(axis: 0, descending: true).values.list == x.list.sorted(by: >))
  }

  @Test func equalValuesKeepTheirOrderAndNaNComesLast() throws {
    let x = Tensor([2, .nan, 1, 2, -.infinity, 1])
    #expect(try x.sorted(axis: 0).order.list == [4, 2, 5, 0, 3, 1])
    #expect(try x.sorted(axis: 0, descending: true).order.list == [0, 3, 2, 5, 4, 1])
    #expect(try Tensor([0, -0.0, 0]).sorted(axis: 0).order.list == [0, 1, 2])
  }

  @Test func aMedianWithNaNIsNaN() throws {
    let x = try Tensor([[1, 2, 9], [1, .nan, 3]])
    let medians = try x.median([1])
    #expect(medians.list[0] == 2)
    #expect(medians.list[1].isNaN)
  }

  @Test func differentValuesAreCounted() throws {
    let (values, counts) = try Tensor([3, 1, 3, .nan, 1, 3, .nan]).unique()
    #expect(values.list.prefix(2) == [1, 3])
    #expect(values.list[2].isNaN)
    #expect(counts.list == [2, 3, 2])
    #expect(try Tensor.zeros([0]).unique().values.shape == [0])
  }

  @Test func theSmallestValueIsFoundAlongAnAxis() throws {
    #expect(try Tensor([[3, 1, 1], [2, 5, 0]]).argmin(1) == [1, 2])
    #expect(try Tensor([[3, 1, 1], [2, 5, 0]]).argmax(0) == [0, 1, 0])
    #expect(try Tensor([[3, .nan, 9]]).argmax(1) == [1])
    #expect(try Tensor([3, .nan, 9]).min().item.isNaN)
  }

  @Test func theBestComeFirstAndNaNLast() throws {
    let (values, order) = try Tensor([[2, 9], [.nan, 9], [5, 1]]).top(3, axis: 0)
    #expect(values.list.prefix(4) == [5, 9, 2, 9])
    #expect(order.list == [2, 0, 0, 1, 1, 2])
    #expect(try Tensor.zeros([0, 3]).top(2, axis: 1).values.shape == [0, 2])
    #expect(try Tensor([1, 2]).top(0, axis: 0).values.shape == [0])
    #expect(
      try fault { try Tensor([1, 2]).top(3, axis: 0).values }
        == "topk: the input is [2], wanted at least 3 places on axis 1")
  }

  @Test func aMaskTakesValuesOrRows() throws {
    let x = try Tensor([[1, 2], [3, 4], [5, 6]])
    #expect(try x.masked(Tensor.compare(x, .greater, Tensor(2.5))).list == [3, 4, 5, 6])
    #expect(try x.masked(Tensor([1, 0, 1])).shape == [2, 2])
    #expect(try x.masked(Tensor([0, 0, 0])).shape == [0, 2])
    #expect(throws: Fault.self) { try x.masked(Tensor([1, 0])) }
    #expect(try Tensor([[0, 7], [0, 0], [8, 0]]).nonzeroPlaces().list == [0, 1, 2, 0])
  }

  @Test func truthIsCounted() throws {
    let x = try Tensor([[0, 1, 2], [0, 0, 0]])
    #expect(try x.nonzeroCount([1]).list == [2, 0])
    #expect(try x.any([1]).list == [1, 0])
    #expect(try x.all([0]).list == [0, 0, 0])
    #expect(try Tensor([1, .nan]).all().item == 1)
    #expect(try Tensor.and(Tensor([0, 1, 2]), Tensor([1, 1, 0])).list == [0, 1, 0])
    #expect(try Tensor.or(Tensor([0, 1, 0]), Tensor([0, 1, 2])).list == [0, 1, 1])
    #expect(Tensor([0, 3]).not().list == [1, 0])
    #expect(Tensor([.nan, 1, .infinity]).isNaN().list == [1, 0, 0])
    #expect(Tensor([.nan, 1, .infinity]).isFiniteNumber().list == [0, 1, 0])
  }

  @Test func valuesAreCloseWithinATolerance() throws {
    #expect(try Tensor.areClose(Tensor([1, .infinity]), Tensor([1.000001, .infinity])))
    #expect(try !Tensor.areClose(Tensor([1]), Tensor([1.001])))
    #expect(try Tensor.areClose(Tensor([1]), Tensor([1.001]), relative: 0.01))
    #expect(try !Tensor.areClose(Tensor([.nan]), Tensor([.nan])))
    #expect(try !Tensor.areClose(Tensor([1]), Tensor([.infinity])))
  }

  @Test func theRemainderHasTheSignOfTheDivisor() throws {
    #expect(try Tensor.remainder(Tensor([5, -5, 5, -5]), Tensor([3, 3, -3, -3])).list == [2, 1, -1, -2])
    #expect(try Tensor.floorDivide(Tensor([5, -5]), Tensor(3)).list == [1, -2])
  }

  @Test func placesThatAreNotThereAreTold() throws {
    let x = Tensor.ones([2, 3])
    #expect(
      try fault { try x.take([3], axis: 1) } == "take: index 4 on axis 2 of [2, 3], wanted 1 .. 3")
    #expect(
      try fault { try x.strided([.whole(2), AxisRange(first: 0, step: 2, count: 3)]) }
        == "slice: index 5 on axis 2 of [2, 3], wanted 1 .. 3")
    #expect(try fault { try x.quantile(1.5) } == "quantile: the share is 1.5, wanted 0 .. 1")
    #expect(
      try fault { try x.split([1, 2])[0] } == "split: the sizes [1, 2] do not add up to axis 1 of [2, 3], 2")
    #expect(try fault { try x.squeezed(0) } == "squeeze: axis 1 of [2, 3] is of size 2, wanted 1")
  }

  @Test func emptyTensorsHaveEmptyParts() throws {
    let x = Tensor.zeros([0, 3])
    #expect(try x.sorted(axis: 0).values.shape == [0, 3])
    #expect(try x.flipped().shape == [0, 3])
    #expect(try x.cumulativeSum(axis: 1).shape == [0, 3])
    #expect(try x.cumulativeProduct(axis: 0).shape == [0, 3])
    #expect(try x.product().item == 1)
    #expect(try x.product([0]).list == [1, 1, 1])
    #expect(try x.upperTriangle().shape == [0, 3])
    #expect(try x.strided([.whole(0), .reversed(3)]).shape == [0, 3])
    #expect(throws: Fault.self) { try x.median() }
  }
}
