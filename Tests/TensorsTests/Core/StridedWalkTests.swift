import Tensors
import Testing

@Suite struct StridedWalkTests {
  @Test func moreAxesThanTheKernelTakesAreWalked() throws {
    let shape = [2, 3, 2, 1, 2, 3, 2, 2]
    let x = try Tensor.arange(1, Double(shape.reduce(1, *))).reshaped(shape)
    let order = [7, 5, 3, 1, 6, 4, 2, 0]
    let y = try x.permuted(order)
    for place in [[0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 0, 1, 0, 1, 1, 1], [0, 1, 0, 2, 1, 0, 1, 0]] {
      var source = [Int](repeating: 0, count: 8)
      for (axis, from) in order.enumerated() { source[from] = place[axis] }
      #expect(try y.element(at: place) == x.element(at: source))
    }
    var back = order
    for (place, axis) in order.enumerated() { back[axis] = place }
    #expect(try y.permuted(back).list == x.list)
  }

  @Test func nothingIsWalkedInNoTime() throws {
    #expect(try Tensor.zeros([0, 3]).permuted([1, 0]).shape == [3, 0])
    #expect(try Tensor.zeros([1, 0]).repeated(to: [4, 0]).shape == [4, 0])
  }
}
