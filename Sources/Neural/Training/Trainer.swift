internal import Randomness
internal import Report
internal import Tensors

/// One training from its first step to its last.
final class Trainer {
  private let network: Network
  private let source: any BatchSource
  private let options: TrainingOptions
  private let loss: Loss
  private let training: TrainingStep
  private let weights: [Weight]
  private let history = History()
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var progress: TrainingProgress
  private var step = 0
  private var good: WeightSnapshot
  private var best: (loss: Double, epoch: Int, weights: WeightSnapshot)?

  init(_ network: Network, _ source: any BatchSource, _ options: TrainingOptions) {
    self.network = network
    self.source = source
    self.options = options
    loss = options.loss ?? (source.classes.isEmpty ? .meanSquaredError : .crossEntropy)
    training = TrainingStep(network, loss, options)
    weights = network.root.allWeights
    good = WeightSnapshot(weights)
    start = clock.now
    progress = TrainingProgress(
      epochs: options.epochs, samples: source.count, areImages: source.imageShape != nil, start: start)
  }

  private var batchesPerEpoch: Int { (source.count + options.batchSize - 1) / options.batchSize }
  private var rate: Double {
    let warmup = Int(options.warmupEpochs * Double(batchesPerEpoch))
    let factor = options.schedule.factor(step, of: options.epochs * batchesPerEpoch, warmup: warmup)
    return (options.rate ?? options.optimizer.usualRate) * factor
  }

  func run() throws -> History {
    do {
      for number in 1...max(1, options.epochs) {
        let epoch = try train(number)
        history.epochs.append(epoch)
        epoch.noteMetrics()
        good = WeightSnapshot(weights)
        if try isExhausted(after: epoch) {
          history.end = .noProgress
          break
        }
      }
    } catch let fault as Fault where fault.code == .interrupted {
      guard step > 0 else { throw fault }
      Interruption.clear()
      history.end = .interrupted
    }
    finish()
    return history
  }

  private func finish() {
    training.restoreAverage()
    if let best, options.keepsBest || options.patience != nil {
      best.weights.restore(weights)
      history.bestEpoch = best.epoch
    }
    network.weightsChanged()
    TensorMemory.release()
    history.seconds = (clock.now - start).seconds
    network.record = history.record(options, samples: source.count)
    progress.finish(history)
  }

  /// One pass over all samples in an order of its own.
  private func train(_ number: Int) throws -> History.Epoch {
    let began = clock.now
    let loader = BatchLoader(source, requests(number))
    var lossSum = 0.0
    var right = 0, seen = 0, batchNumber = 0
    while let batch = try loader.next() {
      try Interruption.check()
      batchNumber += 1
      let (value, output) = try step(on: batch, epoch: number, batch: batchNumber)
      lossSum += value * Double(batch.count)
      seen += batch.count
      if loss.scoresClasses, let labels = batch.target.labels { right += try output.matches(labels) }
      progress.show(
        epoch: number, seen: seen, loss: lossSum / Double(seen),
        accuracy: loss.scoresClasses ? Double(right) / Double(seen) : nil, last: history.epochs.last,
        now: clock.now)
    }
    let speed = Double(seen) / max(1e-9, (clock.now - began).seconds)
    let valid = try options.valid.map { try measure($0) }
    return History.Epoch(
      number: number, loss: lossSum / Double(max(1, seen)),
      accuracy: loss.scoresClasses ? Double(right) / Double(max(1, seen)) : nil,
      validLoss: valid?.loss, validAccuracy: valid?.accuracy, rate: rate, samplesPerSecond: speed)
  }

  private func requests(_ epoch: Int) -> [BatchRequest] {
    var shuffle = SeededGenerator(seed: options.seed, for: "shuffle", epoch)
    var augmentation = SeededGenerator(seed: options.seed, for: "augment", epoch)
    let seed = options.augments ? augmentation.next() : nil
    let order = shuffle.permutation(source.count)
    return stride(from: 0, to: order.count, by: options.batchSize).map { first in
      let indices = Array(order[first..<min(first + options.batchSize, order.count)])
      return BatchRequest(indices: indices, augment: seed)
    }
  }

  private func step(on batch: Batch, epoch: Int, batch number: Int) throws -> (loss: Double, output: Tensor) {
    var stepSeed = SeededGenerator(seed: options.seed, for: "step", step)
    let seed = Tensor(seed: stepSeed.next())
    let samples = try batch.input()
    let input = TrainingStep.Input(
      samples: samples, features: batch.features,
      wanted: try batch.target.wanted(outputs: scores(network.outputShape)), seed: seed,
      scalars: StepScalars.tensor(rate: rate, step: step + 1))
    let (value, output) = try withMemoryRemedy {
      try training.run(input) { value in
        guard value.isFinite else { throw try notFinite(batch, samples, seed, at: (epoch, number)) }
      }
    }
    step += 1
    return (Double(value), output)
  }

  /// How many classes an output of this shape can tell apart; an embedding knows no limit.
  private func scores(_ output: Shape?) -> Int { loss.scoresClasses ? output?.last ?? 0 : .max }

  /// A batch that the memory does not hold may do in halves.
  private func withMemoryRemedy<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch var fault as Fault where fault.code == .memory {
      if options.batchSize > 1 { fault.remedy = "batch = \(options.batchSize / 2)" }
      throw fault
    }
  }

  /// The fault that names where the numbers first went wrong, after going back to the last good weights.
  private func notFinite(
    _ batch: Batch, _ input: Tensor, _ seed: Tensor, at place: (epoch: Int, batch: Int)
  ) throws -> Fault {
    let pass = ForwardPass(isTraining: true, features: batch.features, seed: seed, inspects: true)
    if !input.isFinite || batch.features?.isFinite == false {
      pass.noteInput()
    } else {
      _ = try withoutGradient { try network.forward(input, pass) }
    }
    good.restore(weights)
    finish()
    let layer = pass.firstNonFinite ?? "loss"
    let kept = history.epochs.count
    return Fault(
      .model,
      en: "epoch \(place.epoch), batch \(place.batch): the loss is not a number; first in \(layer). "
        + "The weights are those after epoch \(kept)",
      zh: "第 \(place.epoch) 轮第 \(place.batch) 批：损失不是有限数，首先出现在 \(layer)。权重为第 \(kept) 轮之后的值",
      try: "lr = \((0.1 * (options.rate ?? options.optimizer.usualRate)).significant(3))")
  }

  private func measure(_ source: any BatchSource) throws -> (loss: Double, accuracy: Double?) {
    var total = 0.0, right = 0, seen = 0
    network.weightsChanged()
    try network.forEachOutput(source, batchSize: max(64, options.batchSize)) { output, target in
      let wanted = try target.wanted(outputs: scores(output.shape))
      total += Double(try loss.value(output, wanted, options).item) * Double(target.count)
      seen += target.count
      if loss.scoresClasses, let labels = target.labels { right += try output.matches(labels) }
    }
    let count = Double(max(1, seen))
    return (total / count, loss.scoresClasses ? Double(right) / count : nil)
  }

  /// Remembers the best epoch; true when patience is at its end.
  private func isExhausted(after epoch: History.Epoch) throws -> Bool {
    guard let loss = epoch.validLoss, options.keepsBest || options.patience != nil else { return false }
    if best.map({ loss < $0.loss }) ?? true { best = (loss, epoch.number, WeightSnapshot(weights)) }
    guard let patience = options.patience, let best else { return false }
    return epoch.number - best.epoch >= patience
  }
}

extension Duration {
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
