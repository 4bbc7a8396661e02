internal import Report

/// What a look at many numbers tells: mean, spread and range of the finite ones, and how many are none.
struct TensorStatistics {
  private var finite = 0
  private var mean = 0.0
  private var spread = 0.0
  private var low = Float.infinity
  private var high = -Float.infinity
  private var notNumbers = 0
  private var infinities = 0

  init(_ values: UnsafeBufferPointer<Float>) {
    var sum = 0.0, squares = 0.0
    for value in values {
      if value.isFinite {
        sum += Double(value)
        low = min(low, value)
        high = max(high, value)
        finite += 1
      } else if value.isNaN {
        notNumbers += 1
      } else {
        infinities += 1
      }
    }
    guard finite > 0 else { return }
    mean = sum / Double(finite)
    for value in values where value.isFinite { squares += (Double(value) - mean) * (Double(value) - mean) }
    spread = (squares / Double(max(1, finite - 1))).squareRoot()
  }

  /// Mean, sample standard deviation, range, and what is no number.
  var words: [Text] {
    var words: [Text] = []
    if finite > 0 {
      words.append(Text(en: "mean ", zh: "均值 ") + Text(mean.significant(4)))
      words.append(Text(en: "std ", zh: "标准差 ") + Text(spread.significant(4)))
      words.append(Text("\(Double(low).significant(4)) .. \(Double(high).significant(4))"))
    }
    return words + exceptions
  }

  /// What is no number.
  var exceptions: [Text] {
    var words: [Text] = []
    if notNumbers > 0 {
      words.append(Text(en: "\(notNumbers.grouped) NaN", zh: "\(notNumbers.grouped) 个 NaN"))
    }
    if infinities > 0 {
      words.append(Text(en: "\(infinities.grouped) infinite", zh: "\(infinities.grouped) 个无穷大"))
    }
    return words
  }
}
