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
    let name = comparison.rawValue
    return switch comparison {
    case .equal: try a.broadcast(name, b) { $0 == $1 ? 1 : 0 }
    case .notEqual: try a.broadcast(name, b) { $0 != $1 ? 1 : 0 }
    case .less: try a.broadcast(name, b) { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: try a.broadcast(name, b) { $0 <= $1 ? 1 : 0 }
    case .greater: try a.broadcast(name, b) { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: try a.broadcast(name, b) { $0 >= $1 ? 1 : 0 }
    }
  }
}
