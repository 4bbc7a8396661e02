extension Tensor {
  /// A function of each value for itself that the kernels do not know. Without a slope no gradient flows through
  /// it.
  ///
  /// - Parameter slope: the derivative at a value of the input.
  func eachValue(
    _ name: String, slope: ((Float) -> Float)? = nil, _ f: @escaping (Float) -> Float
  ) -> Tensor {
    let result = valuewise(name) { memory, range in
      let (x, y) = (memory.input(0), memory.output())
      for i in range { y[i] = f(x[i]) }
    }
    guard let slope else { return result }
    return result.recorded(from: self) { [self] gradient in
      [
        gradient.valuewise("\(name) gradient", with: self) { memory, range in
          let (g, x, d) = (memory.input(0), memory.input(1), memory.output())
          for i in range { d[i] = g[i] * slope(x[i]) }
        }
      ]
    }
  }
}
