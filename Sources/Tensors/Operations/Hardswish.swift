extension Tensor {
  /// x relu6(x + 3) / 6: a cheap SiLU (Howard et al., 2019).
  public func hardswish() -> Tensor {
    valuewise("hardswish") { memory, range in
      let (x, y) = (memory.input(0), memory.output())
      for i in range { y[i] = x[i] * Swift.min(Swift.max(x[i] + 3, 0), 6) * (1 / 6) }
    }.recorded(from: self) { [self] gradient in
      [
        gradient.valuewise("hardswish gradient", with: self) { memory, range in
          let (g, x, d) = (memory.input(0), memory.input(1), memory.output())
          for i in range { d[i] = x[i] <= -3 ? 0 : x[i] >= 3 ? g[i] : g[i] * (2 * x[i] + 3) * (1 / 6) }
        }
      ]
    }
  }
}
