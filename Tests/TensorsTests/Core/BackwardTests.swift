import Report
import Tensors
import Testing

@Suite struct BackwardTests {
  @Test func gradientOfASquareIsTwiceTheValue() throws {
    let w = Tensor([3, -4]).parameter()
    try (w * w).backward()
    #expect(w.gradient?.list == [6, -8])
  }

  @Test func gradientsOfTwoUsesAddUp() throws {
    let w = Tensor([2]).parameter()
    let once = try w + w
    try (once * w).backward()
    #expect(w.gradient?.list == [8])
  }

  @Test func gradientsOfTwoCallsAddUp() throws {
    let w = Tensor([2]).parameter()
    try (w * w).backward()
    try (w * w).backward()
    #expect(w.gradient?.list == [8])
  }

  @Test func aDeepChainNeedsNoStack() throws {
    let w = Tensor([1]).parameter()
    var x = w
    for _ in 0..<20_000 { x = try x + w }
    try x.backward()
    #expect(w.gradient?.list == [20_001])
  }

  @Test func nothingIsRecordedWithoutGradient() throws {
    let w = Tensor([2]).parameter()
    let y = try withoutGradient { try w * w }
    #expect(throws: Fault.self) { try y.backward() }
  }

  @Test func gradientOfARepeatedRowIsSummed() throws {
    let row = Tensor([1, 2]).parameter()
    let x = try Tensor([[1, 2], [3, 4], [5, 6]])
    try (x * row).backward()
    #expect(row.gradient?.list == [9, 12])
  }
}
