import Report
import Tensors
import Testing

@Suite struct TensorMemoryTests {
  @Test func aTensorThatMemoryCannotHoldIsRefusedWithItsSize() {
    #expect {
      try TensorMemory.check("zeros", [1_000_000, 1_000_000])
    } throws: { error in
      (error as? Fault)?.what.en.hasPrefix("zeros: a tensor [1000000, 1000000] needs 4000.0 GB, and ")
        ?? false
    }
    #expect {
      try TensorMemory.check("zeros", [Int.max, 3])
    } throws: { error in
      (error as? Fault)?.what.en.contains("needs more than can be counted") ?? false
    }
    #expect(throws: Fault.self) {
      try TensorMemory.check("+", combining: Tensor.ones([2_000_000, 1]), Tensor.ones([2_000_000]))
    }
  }

  @Test func anEmptyTensorFitsWhateverItsOtherAxes() throws {
    try TensorMemory.check("zeros", [0, Int.max])
    try TensorMemory.check("zeros", [1000, 1000])
  }
}
