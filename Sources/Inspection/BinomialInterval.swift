internal import Glibc
internal import Report

/// The exact 95 % interval of a share seen as `hits` of `trials` (Clopper and Pearson, 1934).
///
///     BinomialInterval(hits: 3, trials: 41)      // 1.5 % .. 19.9 %
///
/// With no trials nothing is known: 0 .. 1.
public struct BinomialInterval: Sendable, Equatable {
  public let lower: Double
  public let upper: Double

  /// - Parameter confidence: how often such intervals hold the true share, 0.95 unless told.
  public init(hits: Int, trials: Int, confidence: Double = 0.95) {
    precondition(hits >= 0 && hits <= trials, "hits must lie in 0 ... trials")
    let tail = (1 - confidence) / 2
    let (k, n) = (Double(hits), Double(trials))
    lower = hits == 0 ? 0 : betaQuantile(tail, k, n - k + 1)
    upper = hits == trials ? 1 : betaQuantile(1 - tail, k + 1, n - k)
  }

  init(lower: Double, upper: Double) { (self.lower, self.upper) = (lower, upper) }

  /// The interval as percentages: `1.5 % .. 19.9 %`.
  public var percent: String { "\((lower * 100).fixed(1)) % .. \((upper * 100).fixed(1)) %" }

  /// The interval as shares: `.867 .. .946`.
  public var shares: String { "\(share(lower)) .. \(share(upper))" }
}

/// A share of one with three places and no leading zero, as tables of results have it: `.912`; `·`
/// where nothing was counted.
package func share(_ value: Double) -> String {
  guard !value.isNaN else { return "·" }
  let text = value.fixed(3)
  return text.hasPrefix("0.") ? String(text.dropFirst()) : text
}

/// The value below which a beta variable with shapes `a` and `b` stays with probability `p`, by bisection of
/// the regularised incomplete beta function.
package func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
  var (low, high) = (0.0, 1.0)
  for _ in 0..<100 {
    let middle = (low + high) / 2
    if incompleteBeta(middle, a, b) < p { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// The regularised incomplete beta function Iₓ(a, b) by its continued fraction (NIST DLMF 8.17.22, evaluated
/// as Lentz, 1976).
package func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(1 - x, b, a) }
  let logFront = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)
  let tiny = 1e-300
  var (f, c, d) = (1.0, 1.0, 0.0)
  for i in 0..<500 {
    let step = fractionStep(i, x, a, b)
    d = 1 + step * d
    d = 1 / (abs(d) < tiny ? tiny : d)
    c = 1 + step / c
    if abs(c) < tiny { c = tiny }
    f *= c * d
    if abs(1 - c * d) < 1e-14 { break }
  }
  return exp(logFront) / a * (f - 1)
}

/// The numerator of step `i` of the continued fraction.
private func fractionStep(_ i: Int, _ x: Double, _ a: Double, _ b: Double) -> Double {
  if i == 0 { return 1 }
  let m = Double(i / 2)
  let low = a + 2 * m
  if i % 2 == 0 { return m * (b - m) * x / ((low - 1) * low) }
  return -(a + m) * (a + b + m) * x / (low * (low + 1))
}
