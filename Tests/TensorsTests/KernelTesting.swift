import CKernels
import Randomness
import Testing

/// The fast paths of this machine.
let fastPaths = [CK_PORTABLE, CK_AVX2, CK_AVX512].filter { ck_path_available($0) }

/// Numbers of -1 ..< 1, the same for the same seed.
func uniformFloats(_ count: Int, seed: UInt64) -> [Float] {
  var generator = SeededGenerator(seed: seed)
  return (0..<count).map { _ in Float(generator.uniform() * 2 - 1) }
}

/// The largest difference, relative to the largest number of `expected`; infinite where NaN came out.
func distance(_ found: [Float], from expected: [Float]) -> Float {
  guard found.count == expected.count else { return .infinity }
  var largest: Float = 1e-6
  var difference: Float = 0
  for (value, wanted) in zip(found, expected) {
    if value.isNaN != wanted.isNaN { return .infinity }
    if value == wanted || value.isNaN { continue }
    largest = max(largest, abs(wanted))
    difference = max(difference, abs(value - wanted))
  }
  return difference / largest
}

/// What `body` gives on one path; other threads keep theirs.
func onPath<Result>(_ path: ck_path_kind, _ body: () -> Result) -> Result {
  #expect(ck_set_thread_path(path))
  defer { ck_reset_thread_path() }
  return body()
}
