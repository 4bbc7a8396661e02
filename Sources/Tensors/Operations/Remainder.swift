internal import Glibc

extension Tensor {
  /// What is left of `a` after whole multiples of `b`, with the sign of `b`: a - b floor(a / b), as in Lua.
  public static func remainder(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let (left, right) = try matched("%", a.detached(), b.detached())
    let result = left.valuewise("%", with: right) { memory, range in
      let (x, m, y) = (memory.input(0), memory.input(1), memory.output())
      for i in range {
        let rest = fmodf(x[i], m[i])
        y[i] = rest != 0 && (rest < 0) != (m[i] < 0) ? rest + m[i] : rest
      }
    }
    return result.recorded(from: a, b) { gradient in
      [
        a.tracksGradient ? try gradient.summed(to: a.shape) : nil,
        b.tracksGradient ? try gradient.slopeOfDivisor(left, right).summed(to: b.shape) : nil,
      ]
    }
  }

  /// This gradient times -floor(a / b).
  private func slopeOfDivisor(_ a: Tensor, _ b: Tensor) -> Tensor {
    valuewise("% gradient", with: a, b) { memory, range in
      let (g, a, b, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
      for i in range { d[i] = -g[i] * (a[i] / b[i]).rounded(.down) }
    }
  }

  /// The quotient, rounded down to a whole number. No gradient flows through it.
  public static func floorDivide(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    try (a.detached() / b.detached()).floor()
  }
}
