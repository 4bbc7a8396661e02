/// A question about two numbers, answered by 1 (yes) or 0 (no).
public enum Comparison: String, CaseIterable, Sendable {
  case equal = "=="
  case notEqual = "~="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

extension Tensor {
  /// 1 where the comparison holds and 0 where it does not. No gradient flows through it.
  public static func compare(_ a: Tensor, _ comparison: Comparison, _ b: Tensor) throws -> Tensor {
    let (left, right) = try matched(comparison.rawValue, a.detached(), b.detached())
    return switch comparison {
    case .equal: left.compared(comparison, right) { $0 == $1 }
    case .notEqual: left.compared(comparison, right) { $0 != $1 }
    case .less: left.compared(comparison, right) { $0 < $1 }
    case .lessOrEqual: left.compared(comparison, right) { $0 <= $1 }
    case .greater: left.compared(comparison, right) { $0 > $1 }
    case .greaterOrEqual: left.compared(comparison, right) { $0 >= $1 }
    }
  }

  private func compared(
    _ comparison: Comparison, _ other: Tensor, _ holds: @escaping (Float, Float) -> Bool
  ) -> Tensor {
    valuewise(comparison.rawValue, with: other) { memory, range in
      let (a, b, y) = (memory.input(0), memory.input(1), memory.output())
      for i in range { y[i] = holds(a[i], b[i]) ? 1 : 0 }
    }
  }
}
