internal import Report
internal import Tensors

extension Network {
  /// Keeps the weights of the first `count` layers as they are while the others are trained: for few samples, after
  /// a training on many. 0 lets all learn again.
  ///
  /// - Throws: a fault when the network is not built, or has fewer layers.
  public func freeze(_ count: Int) throws {
    guard inputShape != nil else {
      throw Fault(
        .model, en: "the network has no weights to freeze yet", zh: "网络尚无可冻结的权重",
        try: "net = nn.load \"line3.plantsh\"")
    }
    let layers = root.parts.isEmpty ? [root] : root.parts
    guard 0...layers.count ~= count else {
      throw Fault(
        .range, en: "freeze: \(count) of \(layers.count) layers",
        zh: "freeze：共 \(layers.count) 层，给出 \(count)",
        try: "net:freeze(\(layers.count - 1))")
    }
    for tensor in frozen { tensor.requiresGradient = true }
    frozen = layers.prefix(count).flatMap(\.allWeights).filter(\.isLearned).map(\.tensor)
    for tensor in frozen { tensor.requiresGradient = false }
  }
}
