#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A POSIX extended regular expression.
public final class RegularExpression {
  private var compiled = regex_t()

  /// nil when the pattern is none.
  public init?(_ pattern: String) {
    guard regcomp(&compiled, pattern, REG_EXTENDED | REG_NOSUB) == 0 else { return nil }
  }

  deinit { regfree(&compiled) }

  /// Does any part of the text match?
  public func matches(_ text: String) -> Bool { regexec(&compiled, text, 0, nil, 0) == 0 }
}
