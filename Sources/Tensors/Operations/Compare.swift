internal import CKernels

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
    try a.detached().broadcast(comparison.rawValue, b.detached()) { a, b, y, columns, rows in
      ck_compare(
        comparison.kernel, a.start, a.spread, b.start, b.spread, y, columns, rows.lowerBound, rows.upperBound)
    }
  }
}

extension Comparison {
  fileprivate var kernel: ck_comparison {
    switch self {
    case .equal: CK_EQUAL
    case .notEqual: CK_NOT_EQUAL
    case .less: CK_LESS
    case .lessOrEqual: CK_LESS_EQUAL
    case .greater: CK_GREATER
    case .greaterOrEqual: CK_GREATER_EQUAL
    }
  }
}
