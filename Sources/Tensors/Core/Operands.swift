internal import CKernels

/// The memory that a computation works on: its inputs, then its outputs, then its scratch space.
package struct Operands {
  private let table: UnsafePointer<UnsafeMutablePointer<Float>>
  private let inputs: Int
  private let outputs: Int
  /// CK_ACCUMULATE where the result is to be added to what the first output holds.
  package let flags: Int32

  init(
    _ table: UnsafePointer<UnsafeMutablePointer<Float>>, inputs: Int, outputs: Int, accumulates: Bool = false
  ) {
    self.table = table
    self.inputs = inputs
    self.outputs = outputs
    flags = accumulates ? Int32(CK_ACCUMULATE) : 0
  }

  package func input(_ place: Int) -> UnsafeMutablePointer<Float> { table[place] }
  package func output(_ place: Int = 0) -> UnsafeMutablePointer<Float> { table[inputs + place] }
  /// What is read and what is written of a list of tensors, for kernels that take many in one call.
  package func inputs(from place: Int) -> UnsafePointer<UnsafeMutablePointer<Float>> { table + place }
  package func outputs(from place: Int) -> UnsafePointer<UnsafeMutablePointer<Float>> {
    table + inputs + place
  }
  /// As many floats as were asked for, on a cache line of their own, their values undefined.
  package var scratch: UnsafeMutablePointer<Float> { table[inputs + outputs] }
}
