import CKernels
import Randomness
import Testing

/// The fast paths of this machine.
let fastPaths = [CK_PORTABLE, CK_AVX2, CK_AVX512, CK_AVX512_BF16].filter { ck_path_available($0) }

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

/// Expects that `body` gives nearly the same on every fast path as on the reference.
func expectAgreement(_ name: String, within tolerance: Float = 2e-5, _ body: () -> [Float]) {
  let expected = onPath(CK_REFERENCE, body)
  for path in fastPaths {
    let found = onPath(path, body)
    #expect(
      distance(found, from: expected) <= tolerance, "\(name) on \(String(cString: ck_path_name(path)))")
  }
}

/// Expects that `gradient` is the slope of sum(f(x) * way) at x, by differences on the reference.
func expectSlopes(
  _ name: String, at x: [Float], of f: ([Float]) -> [Float], way: [Float], are gradient: [Float],
  step: Float = 1e-2, within tolerance: Double = 5e-3
) {
  for index in x.indices {
    var (ahead, behind) = (x, x)
    ahead[index] += step
    behind[index] -= step
    let width = Double(ahead[index]) - Double(behind[index])
    let rise = zip(zip(f(ahead), f(behind)), way).reduce(0.0) {
      $0 + (Double($1.0.0) - Double($1.0.1)) * Double($1.1)
    }
    let slope = rise / width
    #expect(abs(slope - Double(gradient[index])) < tolerance * max(1, abs(slope)), "\(name) at \(index)")
  }
}
