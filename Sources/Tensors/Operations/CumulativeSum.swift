internal import CKernels
internal import Workers

extension Tensor {
  /// At each place along an axis (counted from 0) the sum of all values up to it, carried in double precision.
  public func cumulativeSum(axis: Int) throws -> Tensor {
    guard shape.indices.contains(axis) else { throw ShapeFault.axis("cumsum", axis, of: shape) }
    return try moved(axis, to: rank - 1).cumulatedRows().moved(rank - 1, to: axis)
  }

  private func cumulatedRows() -> Tensor {
    cumulatedRows("cumsum", reversed: false).recorded(from: self) { gradient in
      [gradient.cumulatedRows("cumsum gradient", reversed: true)]
    }
  }

  private func cumulatedRows(_ name: String, reversed: Bool) -> Tensor {
    let rows = Rows(shape)
    return .computed(name, shape, from: self, overwriting: 0) { memory in
      rows.forEachRange { range in
        ck_cumulative_sum(
          memory.input(0), memory.output(), rows.columns, reversed, 0, range.lowerBound, range.upperBound)
      }
    }
  }
}
