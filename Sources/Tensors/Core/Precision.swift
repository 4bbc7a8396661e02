internal import CKernels

/// What the products of convolutions and matrices are formed with. Sums, and everything else, are 32-bit floats.
public enum Precision: String, Sendable, CaseIterable {
  case float32 = "f32"
  /// Both factors are rounded to bfloat16, 8 bits of mantissa: twice the products a cycle where the processor knows
  /// them.
  case bfloat16 = "bf16"

  @TaskLocal static var current = Precision.float32

  var flags: Int32 { self == .bfloat16 ? Int32(CK_BF16) : 0 }

  /// Runs `body`, its operations and their gradients forming products in this precision.
  public func use<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Precision.$current.withValue(self, operation: body)
  }
}
