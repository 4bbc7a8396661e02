import Report
import Tensors
import Testing

@Suite struct BroadcastTests {
  @Test func aColumnAndARowMakeATable() throws {
    let column = try Tensor([2, 1], [10, 20])
    let sum = try column + Tensor([1, 2, 3])
    #expect(sum.shape == [2, 3])
    #expect(sum.list == [11, 12, 13, 21, 22, 23])
  }

  @Test func aMiddleAxisRepeats() throws {
    let a = try Tensor([2, 1, 2], [1, 2, 3, 4])
    let b = try Tensor([2, 1], [10, 20])
    #expect(try (a + b).list == [11, 12, 21, 22, 13, 14, 23, 24])
  }

  @Test func shapesThatDoNotFitAreBothNamed() throws {
    #expect {
      _ = try Tensor.zeros([2, 3]) + Tensor.zeros([4])
    } throws: { error in
      (error as? Fault)?.what.en == "+: shapes [2, 3] and [4] do not fit"
    }
  }
}
