import Randomness
import Tensors

/// Matrices for tests.
enum MatrixSpecimens {
  static func random(_ rows: Int, _ columns: Int, seed: UInt64 = 3) -> Tensor {
    var generator = SeededGenerator(seed: seed, for: "matrix")
    return Tensor.normal([rows, columns], using: &generator)
  }

  /// Row i, column j is 1 / (i + j + 1), counted from 0.
  static func hilbert(_ n: Int) throws -> Tensor {
    try Tensor((0..<n).map { i in (0..<n).map { 1 / Float(i + $0 + 1) } })
  }

  /// m xᵀ x / rows + identity: symmetric and positive definite.
  static func positive(_ n: Int) throws -> Tensor {
    let x = random(n, n)
    return try Tensor.matrixMultiply(x.transposed(), x) / Tensor(Float(n)) + Tensor.identity(n)
  }

  /// The greatest magnitude in a - b.
  static func distance(_ a: Tensor, _ b: Tensor) throws -> Float { try (a - b).absolute().max().item }

  /// Whether the values are these, but for rounding.
  static func isNear(_ tensor: Tensor, _ wanted: [Float], within limit: Float = 1e-5) -> Bool {
    tensor.count == wanted.count && zip(tensor.list, wanted).allSatisfy { abs($0 - $1) <= limit }
  }

  static func product(_ factors: Tensor...) throws -> Tensor {
    try factors.dropFirst().reduce(factors[0]) { try Tensor.matrixMultiply($0, $1) }
  }
}
