internal import CKernels
internal import Randomness
internal import Tensors

/// How fast matrices are multiplied, [m, k] by [k, n], beside what the processor's arithmetic allows.
final class ProductRow: Row {
  let heading: Heading
  private let a: Tensor
  private let b: Tensor
  private let operations: Double
  private static let peak = "multiply-add peak of one core"

  init(_ m: Int, _ n: Int, _ k: Int) {
    heading = Heading(
      row: m == n && n == k ? "SGEMM \(m)" : "SGEMM \(m)x\(n)x\(k)", unit: "GFLOP/s", lowerIsBetter: false,
      must: .ratio(0.8, of: ProductRow.peak), hope: .ratio(0.9, of: ProductRow.peak), peers: [ProductRow.peak]
    )
    var generator = SeededGenerator(seed: 1, for: "product")
    a = .normal([m, k], using: &generator)
    b = .normal([k, n], using: &generator)
    operations = 2 * Double(m * n * k)
  }

  func measure(_ peer: String?) throws -> Double {
    guard peer == nil else { return ProductRow.peakRate() }
    return try operations * 1e-9
      / withoutGradient { try medianSeconds { _ = try Tensor.matrixMultiply(a, b) } }
  }

  private static func peakRate() -> Double {
    var result: Float = 0
    var done = 0.0
    let time = medianSeconds { done = ck_multiply_add_peak(1_000_000, &result) }
    precondition(result.isFinite, "the sums of the peak kernel stay finite")
    return done * 1e-9 / time
  }
}
