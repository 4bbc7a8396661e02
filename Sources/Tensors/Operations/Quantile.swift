internal import Report

extension Tensor {
  /// The value below which a share of the values over `axes` lies (counted from 0; all when empty), between
  /// neighbours on a straight line (Hyndman and Fan, 1996, definition 7). NaN where a value is NaN.
  ///
  ///     try Tensor([1, 2, 3, 4]).quantile(0.5).item      // 2.5
  public func quantile(_ share: Double, _ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    guard 0...1 ~= share else {
      throw Fault(
        .range, en: "quantile: the share is \(share.significant()), wanted 0 .. 1",
        zh: "quantile：分位为 \(share.significant())，应在 0 .. 1 之内")
    }
    let plan = try Reduction("quantile", shape, over: axes)
    guard plan.reduced > 0 else { throw ShapeFault.wanted("quantile", shape, en: "some values", zh: "非空") }
    let source = try plan.order.map { try permuted($0) } ?? self
    let sorted = try source.reshaped([plan.outer, plan.reduced, plan.inner]).sorted(axis: 1).values
    let place = share * Double(plan.reduced - 1)
    let low = Int(place.rounded(.down))
    let part = Float(place - Double(low))
    var result = try sorted.slice(low..<low + 1, axis: 1)
    if part > 0 {
      let next = try sorted.slice(low + 1..<low + 2, axis: 1)
      result = try result.scaled(by: 1 - part) + next.scaled(by: part)
    }
    let last = try sorted.detached().slice(plan.reduced - 1..<plan.reduced, axis: 1)
    return try Tensor.choose(last.isNaN(), last, result)
      .reshaped(keepingAxes ? plan.keptShape : plan.shape)
  }

  /// The middle value over `axes`; of an even number of values the mean of the two in the middle.
  public func median(_ axes: [Int] = [], keepingAxes: Bool = false) throws -> Tensor {
    try quantile(0.5, axes, keepingAxes: keepingAxes)
  }
}
