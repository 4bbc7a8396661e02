extension Tensor {
  /// The values of `a` where `condition` is not 0 and those of `b` elsewhere; all three are repeated to their
  /// common shape. The gradient goes to the one that was taken.
  public static func choose(_ condition: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    let pair = try Broadcast("where", a.shape, b.shape)
    let common = try Broadcast("where", condition.shape, pair.shape).shape
    let which = try condition.detached().repeated(to: common)
    let (left, right) = (try a.repeated(to: common), try b.repeated(to: common))
    let result = which.valuewise("where", with: left, right) { memory, range in
      let (c, a, b, y) = (memory.input(0), memory.input(1), memory.input(2), memory.output())
      for i in range { y[i] = c[i] != 0 ? a[i] : b[i] }
    }
    return result.recorded(from: left, right) { gradient in
      [
        left.tracksGradient ? gradient.kept(where: which, is: true) : nil,
        right.tracksGradient ? gradient.kept(where: which, is: false) : nil,
      ]
    }
  }

  private func kept(where condition: Tensor, is wanted: Bool) -> Tensor {
    valuewise("where gradient", with: condition) { memory, range in
      let (g, c, d) = (memory.input(0), memory.input(1), memory.output())
      for i in range { d[i] = (c[i] != 0) == wanted ? g[i] : 0 }
    }
  }
}
