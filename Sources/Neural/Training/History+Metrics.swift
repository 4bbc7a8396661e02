internal import Report

extension History.Epoch {
  /// Gives what the epoch reached to whoever keeps metrics; nothing that depends on the clock.
  func noteMetrics() {
    let figures = [
      ("train_loss", loss), ("train_accuracy", accuracy), ("valid_loss", validLoss),
      ("valid_accuracy", validAccuracy), ("learning_rate", rate),
    ]
    for (name, value) in figures {
      if let value { Metric(name, value, step: number).note() }
    }
  }
}
