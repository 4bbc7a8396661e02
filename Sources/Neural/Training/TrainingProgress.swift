internal import Report

/// The line that tells how far training has come: loss, accuracy, speed, time left.
struct TrainingProgress {
  private let epochs: Int
  private let samples: Int
  /// What is counted: images, or samples of process values.
  private let unit: Text
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant

  init(epochs: Int, samples: Int, areImages: Bool, start: ContinuousClock.Instant) {
    self.epochs = epochs
    self.samples = samples
    unit = areImages ? Text(en: "img/s", zh: "张/秒") : Text(en: "samples/s", zh: "样本/秒")
    self.start = start
    lastShown = start
  }

  /// Shows the line, ten times a second at most.
  mutating func show(
    epoch: Int, seen: Int, loss: Double, accuracy: Double?, last: History.Epoch?, now: ContinuousClock.Instant
  ) {
    guard (now - lastShown).seconds >= 0.1 else { return }
    lastShown = now
    let done = Double((epoch - 1) * samples + seen)
    let all = Double(max(1, epochs * samples))
    let elapsed = (now - start).seconds
    let left = (elapsed * (all - done) / max(1, done)).rounded(.up)
    let speed = Int((done / max(1e-9, elapsed)).rounded())
    let figures = TrainingProgress.figures(
      loss, accuracy, last?.validLoss, last?.validAccuracy)
    let rest =
      Text(" · \(speed.grouped) ") + unit + Text(en: " · \(Int(left)) s left", zh: " · 剩余 \(Int(left)) 秒")
    Progress(title: title(epoch), fraction: done / all, detail: figures + rest).show()
  }

  /// Shows the last word.
  func finish(_ history: History) {
    guard let last = history.epochs.last, history.seconds > 0.5 else { return }
    let figures = TrainingProgress.figures(last.loss, last.accuracy, last.validLoss, last.validAccuracy)
    let seconds = history.seconds.fixed(history.seconds < 10 ? 1 : 0)
    let end = Text(en: " · \(seconds) s", zh: " · \(seconds) 秒")
    Progress(
      title: title(last.number), fraction: Double(last.number) / Double(max(1, epochs)),
      detail: figures + end,
      isLast: true
    ).show()
  }

  private func title(_ epoch: Int) -> Text {
    Text(en: "epoch \(epoch)/\(epochs)", zh: "第 \(epoch)/\(epochs) 轮")
  }

  /// loss .214 acc .931 · valid .302 .902
  static func figures(_ loss: Double, _ accuracy: Double?, _ validLoss: Double?, _ validAccuracy: Double?)
    -> Text
  {
    func short(_ value: Double) -> String {
      let text = value.fixed(3)
      return text.hasPrefix("0.") ? String(text.dropFirst()) : text
    }
    var line = Text(en: "loss \(short(loss))", zh: "损失 \(short(loss))")
    if let accuracy { line = line + Text(en: " acc \(short(accuracy))", zh: " 准确率 \(short(accuracy))") }
    if let validLoss {
      let more = validAccuracy.map { " \(short($0))" } ?? ""
      line = line + Text(en: " · valid \(short(validLoss))\(more)", zh: " · 验证 \(short(validLoss))\(more)")
    }
    return line
  }
}
