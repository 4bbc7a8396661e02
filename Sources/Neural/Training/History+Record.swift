internal import Exchange

extension History {
  /// What a model file keeps of its training: nothing that depends on the clock, so that equal seeds give equal
  /// files.
  func record(_ options: TrainingOptions, samples: Int) -> JSON {
    .object([
      "samples": .int(samples), "epochs": .int(epochs.count), "batch_size": .int(options.batchSize),
      "optimizer": .string(options.optimizer.rawValue), "schedule": .string(options.schedule.rawValue),
      "lr": .double(options.rate ?? options.optimizer.usualRate),
      "weight_decay": .double(options.weightDecay), "seed": .string(String(options.seed)),
      "best_epoch": bestEpoch.map(JSON.int) ?? .null,
      "loss": epochs.last.map { .double($0.loss) } ?? .null,
      "valid_loss": epochs.last?.validLoss.map(JSON.double) ?? .null,
      "valid_accuracy": epochs.last?.validAccuracy.map(JSON.double) ?? .null,
    ])
  }
}
