public import Tensors

extension Network {
  /// Trains the network on a source's samples. Same seed, same number of threads: bit-equal weights.
  ///
  /// Ctrl-C ends the training with the weights reached so far.
  ///
  /// - Returns: how it went, epoch by epoch.
  /// - Throws: a fault when samples and network do not fit, or when the loss is no number any more; the
  ///   network then has the weights of the last epoch that was good.
  @discardableResult
  public func fit(_ source: any BatchSource, _ options: TrainingOptions = TrainingOptions()) throws -> History
  {
    if inputShape == nil { seed = options.seed }
    try prepare(for: source, embedding: options.loss == .triplet)
    let trainer = Trainer(self, source, options)
    return try trainer.run()
  }
}
