internal import CKernels
internal import Glibc

extension Tensor {
  /// `a` to the power of `b`, value by value.
  public static func power(_ a: Tensor, _ b: Tensor) throws -> Tensor {
    let (base, exponent) = try matched("^", a.detached(), b.detached())
    let result = base.valuewise("^", with: exponent) { memory, range in
      let (a, b, y) = (memory.input(0), memory.input(1), memory.output())
      for i in range { y[i] = powf(a[i], b[i]) }
    }
    let saved = result.detached()
    return result.recorded(from: a, b) { gradient in
      [
        a.tracksGradient ? try gradient.slopeOfBase(base, exponent).summed(to: a.shape) : nil,
        b.tracksGradient ? try gradient.slopeOfExponent(base, saved).summed(to: b.shape) : nil,
      ]
    }
  }

  /// This gradient times b a^(b - 1).
  private func slopeOfBase(_ base: Tensor, _ exponent: Tensor) -> Tensor {
    valuewise("^ gradient", with: base, exponent) { memory, range in
      let (g, a, b, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
      for i in range { d[i] = b[i] == 0 ? 0 : g[i] * b[i] * powf(a[i], b[i] - 1) }
    }
  }

  /// This gradient times a^b log(a).
  private func slopeOfExponent(_ base: Tensor, _ result: Tensor) -> Tensor {
    valuewise("^ gradient", with: base, result) { memory, range in
      let (g, a, y, d) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
      for i in range { d[i] = a[i] > 0 ? g[i] * y[i] * logf(a[i]) : 0 }
    }
  }

  /// Every value to the power of `exponent`.
  public func power(_ exponent: Float) -> Tensor {
    exponent == 2 ? applying(CK_SQUARE) : applying(CK_POWER, exponent)
  }
}
