import Report
import Tensors
import Testing

@Suite struct DisplayTests {
  private func lines(_ tensor: Tensor, columns: Int = 80, rows: Int = 24) -> [String] {
    tensor.text(on: Surface(columns: columns, rows: rows)).split(separator: "\n").map(String.init)
  }

  @Test func aColumnHasOneFormat() throws {
    let text = try Tensor([[1, 2.5], [-3, 40]]).text(on: Surface())
    #expect(text == "tensor [2, 2]\n 1   2.5\n-3  40.0")
  }

  @Test func aColumnOfVerySmallAndVeryLargeNumbersIsScientific() throws {
    let text = try Tensor([[1e-6, 0], [2000, 3]]).text(on: Surface())
    #expect(text == "tensor [2, 2]\n1.000e-06  0\n2.000e+03  3")
  }

  @Test func aVectorIsWrittenInLinesThatNameTheirFirstIndex() throws {
    let seen = lines(try Tensor.arange(1, 25), columns: 40)
    #expect(
      seen == [
        "tensor [25]   mean 13   std 7.36", "1 .. 25", "[1]    1   2   3   4   5   6   7   8   9",
        "[10]  10  11  12  13  14  15  16  17  18", "[19]  19  20  21  22  23  24  25",
      ])
    #expect(lines(Tensor([1, 2.5, 3.25])) == ["tensor [3]", "1.00  2.50  3.25"])
  }

  @Test(arguments: [80, 40, 30])
  func aBigTensorStaysWithinWidthAndHeight(_ columns: Int) {
    let shapes: [[Int]] = [
      [1000], [100_000], [1, 3000], [3000, 1], [40, 40], [3, 300], [4, 8, 8, 200], [2, 2, 2, 2, 2],
      [1, 1, 1, 1, 1], [5, 1, 1, 3, 2], [2000, 1, 1],
    ]
    for shape in shapes {
      let tensor = Tensor.full(shape, -1234.5)
      let seen = lines(tensor, columns: columns)
      #expect(seen.count <= 14, "\(shape): \(seen.count) lines")
      #expect(seen.allSatisfy { $0.displayWidth <= columns }, "\(shape): \(seen)")
      #expect(seen[0].hasPrefix("tensor \(shape.text)"))
    }
  }

  @Test func whatIsLeftOutIsCounted() {
    #expect(lines(Tensor.ones([20, 100])).last == "… 9 more rows, 73 more columns")
    #expect(lines(Tensor.ones([100_000]), columns: 40).last?.hasPrefix("… 99,") ?? false)
    #expect(lines(Tensor.ones([4, 8, 8, 200])).last == "… 31 more matrices, 173 more columns")
  }

  @Test func matricesOfMoreAxesStandUnderTheirIndex() throws {
    let seen = lines(try Tensor.arange(1, 8).reshaped([2, 2, 2]))
    #expect(seen == ["tensor [2, 2, 2]", "t[1]", "1  2", "3  4", "t[2]", "5  6", "7  8"])
  }

  @Test func numbersThatAreNoneAreCounted() throws {
    let text = Tensor([1, .nan, .infinity, -.infinity, .nan]).text(on: Surface())
    #expect(text == "tensor [5]   2 NaN   2 infinite\n1  nan  inf  -inf  nan")
    #expect(lines(Tensor([Float](repeating: .nan, count: 20)))[0] == "tensor [20]   20 NaN")
  }

  @Test func aSingleNumberAndAnEmptyTensorTakeOneLine() throws {
    #expect(Tensor(2.5).text(on: Surface()) == "tensor 2.5")
    #expect(Tensor(3).text(on: Surface()) == "tensor 3")
    #expect(Tensor(.nan).text(on: Surface()) == "tensor nan")
    #expect(Tensor.zeros([0, 3]).text(on: Surface()) == "tensor [0, 3]")
    #expect(Tensor.zeros([3, 0, 2]).text(on: Surface()) == "tensor [3, 0, 2]")
  }

  @Test func statisticsAreThoseOfTheFiniteNumbers() throws {
    let numbers: [Float] = (1...20).map { Float($0) + 1_000_000 } + [.nan]
    #expect(
      lines(Tensor(numbers))[0] == "tensor [21]   mean 1000010   std 5.916   1000001 .. 1000020   1 NaN")
  }
}
