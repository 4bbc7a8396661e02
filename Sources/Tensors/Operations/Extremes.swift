internal import CKernels

extension Tensor {
  /// The greater of two tensors, value by value; where they are equal the gradient is halved.
  public static func maximum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try extreme("maximum", CK_MAXIMUM, a, b) { $0 > $1 }
  }

  /// The smaller of two tensors, value by value; where they are equal the gradient is halved.
  public static func minimum(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try extreme("minimum", CK_MINIMUM, a, b) { $0 < $1 }
  }

  /// The gradient goes to the value that won; equal values share it.
  private static func extreme(
    _ name: String, _ kind: ck_binary_kind, _ a: Tensor, _ b: Tensor, wins: @escaping (Float, Float) -> Bool
  ) throws -> Tensor {
    try a.broadcast(name, b, kind).recorded(from: a, b) { gradient in
      let (left, right) = try matched(name, a, b)
      func share(_ x: Tensor, _ y: Tensor) -> Tensor {
        gradient.valuewise("\(name) gradient", with: x, y) { memory, range in
          let (g, x, y, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
          for i in range { d[i] = wins(x[i], y[i]) ? g[i] : x[i] == y[i] ? 0.5 * g[i] : 0 }
        }
      }
      return [
        a.tracksGradient ? try share(left, right).summed(to: a.shape) : nil,
        b.tracksGradient ? try share(right, left).summed(to: b.shape) : nil,
      ]
    }
  }
}
