internal import Glibc
internal import Neural
internal import Pipelines
internal import PlantData
internal import Report
internal import Tensors

/// What networks say whose answers are images: masks, or an image drawn again.
extension Network {
  func maskReport(on samples: TableBatches) throws -> MaskReport {
    var counts = MaskCounts()
    try forEachOutput(samples) { output, target in
      guard case .values(let wanted) = target else { return }
      output.withUnsafeValues { logits in
        wanted.withUnsafeValues { counts.count(logits, $0, samples: target.count) }
      }
    }
    return MaskReport(target: samples.preprocessing.target, counts, refused: samples.faults)
  }

  /// The table with the images that the network gives as `predicted`; for images drawn again also the root of the mean
  /// squared error of the pixels, in levels of 0 .. 255, as `score`.
  func tableOfImages(_ table: Table, _ samples: TableBatches) throws -> Table {
    let prepared = samples.preprocessing
    let (shape, size) = (prepared.targetShape, prepared.targetShape.reduce(1, *))
    var bytes: [UInt8] = []
    var errors: [Double] = []
    try forEachOutput(samples) { output, target in
      guard case .values(let wanted) = target else { return }
      output.withUnsafeValues { said in bytes += said.indices.map { prepared.level(said[$0], at: $0) } }
      guard !prepared.targetIsShare else { return }
      let (said, there) = (output.list, wanted.list)
      for start in stride(from: 0, to: said.count, by: size) {
        let squares = (start..<start + size).reduce(0.0) { sum, i in
          let error = Double(said[i] - there[i]) * prepared.targetPixels[i % shape[2]].deviation
          return sum + error * error
        }
        errors.append((squares / Double(size)).squareRoot())
      }
    }
    let block = PixelBlock(
      count: samples.count, height: shape[0], width: shape[1], channels: shape[2], bytes: bytes)
    var images = [Cell](repeating: .missing, count: table.rowCount)
    var scores = images
    for (place, row) in samples.rows.enumerated() {
      images[row] = .image(.pixels(block, index: place))
      if !prepared.targetIsShare { scores[row] = .float64(errors[place]) }
    }
    var columns = table.columns.filter { $0.name != "predicted" && $0.name != "score" }
    columns.append(Column("predicted", images))
    if !prepared.targetIsShare { columns.append(Column("score", scores)) }
    return try Table(columns, rowCount: table.rowCount, provenance: table.provenance)
  }
}

extension Preprocessing {
  /// The pixel, 0 .. 255, that an output of the network stands for.
  fileprivate func level(_ output: Float, at place: Int) -> UInt8 {
    let scale = targetPixels[place % targetShape[2]]
    let value =
      targetIsShare ? 255 / (1 + exp(-Double(output))) : Double(output) * scale.deviation + scale.mean
    return value.isNaN ? 0 : UInt8(min(255, max(0, value.rounded())))
  }
}

extension Fault {
  static var notComparable: Fault {
    Fault(
      .usage, en: "evaluate compares classes, numbers and masks, not images that are drawn again",
      zh: "evaluate 用于比较类别、数值和掩膜，不用于重建图像", try: "net:predict(t)      -- score: how far off")
  }
}
