public import Report

/// How a training went, epoch by epoch.
public final class History {
  /// One pass over the samples.
  public struct Epoch: Sendable, Equatable {
    /// Counted from 1.
    public var number: Int
    public var loss: Double
    /// Share of samples that were right while training; nil for values.
    public var accuracy: Double?
    public var validLoss: Double?
    public var validAccuracy: Double?
    /// The learning rate at the end.
    public var rate: Double
    public var samplesPerSecond: Double
  }

  /// Why training ended.
  public enum End: Sendable, Equatable {
    case finished
    /// The validation loss got no better for `patience` epochs.
    case noProgress
    case interrupted
  }

  public internal(set) var epochs: [Epoch] = []
  public internal(set) var end = End.finished
  /// The epoch whose weights the network has, when they were chosen by validation loss.
  public internal(set) var bestEpoch: Int?
  public internal(set) var seconds = 0.0
  /// Rows that could not be used, each with its place and the reason.
  public var refused: [Fault] = []

  init() {}
}

extension History: Displayable {
  public func text(on surface: Surface) -> String {
    let header = [
      Text(en: "epoch", zh: "轮次"), Text(en: "loss", zh: "损失"), Text(en: "accuracy", zh: "准确率"),
      Text(en: "valid loss", zh: "验证损失"), Text(en: "valid accuracy", zh: "验证准确率"),
      Text(en: "samples/s", zh: "样本/秒"),
    ].map(\.description)
    let most = max(6, surface.rows - 6)
    var rows = epochs.map { epoch in
      [
        "\(epoch.number)" + (epoch.number == bestEpoch ? "*" : ""), epoch.loss.fixed(4),
        epoch.accuracy?.fixed(3) ?? "", epoch.validLoss?.fixed(4) ?? "", epoch.validAccuracy?.fixed(3) ?? "",
        surface.timeless ? "" : Int(epoch.samplesPerSecond.rounded()).grouped,
      ]
    }
    if rows.count > most { rows.replaceSubrange((most / 2)..<(rows.count - most / 2), with: [["…"]]) }
    let used = header.indices.filter { column in
      rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    let grid = Grid(
      header: [used.map { header[$0] }], rows: rows.map { row in used.map { $0 < row.count ? row[$0] : "" } },
      numeric: used.map { _ in true })
    return ([outcome(on: surface)] + grid.lines(fitting: surface.columns).lines).joined(separator: "\n")
  }

  private func outcome(on surface: Surface) -> String {
    let time = seconds.fixed(seconds < 10 ? 1 : 0)
    let noun = epochs.count == 1 ? "epoch" : "epochs"
    var line = Text(en: "\(epochs.count) \(noun)", zh: "\(epochs.count) 轮")
    if !surface.timeless { line = line + Text(en: " in \(time) s", zh: "，用时 \(time) 秒") }
    switch end {
    case .finished: break
    case .noProgress: line = line + Text(en: " · stopped: no better any more", zh: " · 已停止：不再改善")
    case .interrupted: line = line + Text(en: " · interrupted", zh: " · 已中断")
    }
    if let bestEpoch {
      line = line + Text(en: " · weights of epoch \(bestEpoch)*", zh: " · 取第 \(bestEpoch) 轮*的权重")
    }
    return line.description
  }
}
