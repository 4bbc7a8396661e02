import Report
import Tensors
import Testing

@Suite struct DisplayTests {
  @Test func aSmallMatrixIsShownWhole() throws {
    let text = try Tensor([[1, 2.5], [-3, 40]]).text(on: Surface())
    #expect(text == "tensor [2, 2]\n  1  2.5\n -3   40")
  }

  @Test func aBigTensorShowsItsCornerWithinTheWidth() throws {
    let text = Tensor.ones([4, 8, 8, 200]).text(on: Surface(columns: 60, rows: 24))
    let lines = text.split(separator: "\n")
    #expect(lines.count <= 14)
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines[0] == "tensor [4, 8, 8, 200]   mean 1   std 0   1 .. 1")
  }

  @Test func numbersThatAreNoneAreCounted() throws {
    let text = Tensor([Float](repeating: .nan, count: 20)).text(on: Surface())
    #expect(text.contains("20 not finite"))
  }

  @Test func anEmptyTensorShowsItsShape() throws {
    #expect(Tensor.zeros([0, 3]).text(on: Surface()) == "tensor [0, 3]")
  }
}
