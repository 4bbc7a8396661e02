extension Tensor {
  /// Brings samples of one class together and keeps others `margin` further off (Schroff et al., 2015): the mean of
  /// max(0, d(a, p) - d(a, n) + margin), d being the squared distance, over all samples a that have both a p, the
  /// farthest of their own class in the batch, and an n, the nearest of another (Hermans et al., 2017). This tensor
  /// holds the embeddings, [n, width], as a rule of length 1.
  ///
  /// - Parameter labels: one for each row; a negative one takes no part.
  public func tripletLoss(_ labels: [Int], margin: Float = 0.2) throws -> Tensor {
    try tripletLoss(Tensor(labels.map(Float.init)), margin: margin)
  }

  /// The same, the labels being whole numbers in a tensor, [n].
  package func tripletLoss(_ labels: Tensor, margin: Float) throws -> Tensor {
    guard rank == 2, labels.shape == [shape[0]] else {
      throw ShapeFault.mismatch("triplet", shape, labels.shape)
    }
    let (shape, rows, width) = (shape, shape[0], shape[1])
    // The loss, then for each row its two partners, -1 where it takes no part; then the share of each row.
    let outputs = Tensor.computed("triplet", [[], [rows, 2], []], from: [self, labels]) { memory in
      let (x, label, partners) = (memory.input(0), memory.input(1), memory.output(1))
      var (total, anchors) = (0.0, 0)
      for a in 0..<rows {
        let triplet = Triplet(a, x, label, rows: rows, width: width)
        let excess = triplet.positive.distance - triplet.negative.distance + margin
        (partners[2 * a], partners[2 * a + 1]) = (-1, -1)
        guard triplet.isWhole else { continue }
        anchors += 1
        guard excess > 0 else { continue }
        total += Double(excess)
        (partners[2 * a], partners[2 * a + 1]) = (
          Float(triplet.positive.row), Float(triplet.negative.row)
        )
      }
      memory.output()[0] = Float(total / Double(Swift.max(1, anchors)))
      memory.output(2)[0] = 1 / Float(Swift.max(1, anchors))
    }
    return outputs[0].recorded(from: self) { [self, partners = outputs[1], share = outputs[2]] gradient in
      [
        .computed("triplet gradient", shape, from: self, partners, share, gradient) { memory in
          let (x, partners, d) = (memory.input(0), memory.input(1), memory.output())
          let factor = 2 * memory.input(2)[0] * memory.input(3)[0]
          d.update(repeating: 0, count: rows * width)
          for a in 0..<rows where partners[2 * a] >= 0 {
            let (p, n) = (Int(partners[2 * a]) * width, Int(partners[2 * a + 1]) * width)
            for j in 0..<width {
              d[a * width + j] += factor * (x[n + j] - x[p + j])
              d[p + j] -= factor * (x[a * width + j] - x[p + j])
              d[n + j] += factor * (x[a * width + j] - x[n + j])
            }
          }
        }
      ]
    }
  }
}

/// A row with the farthest of its own class and the nearest of another.
private struct Triplet {
  var positive = (row: -1, distance: -Float.infinity)
  var negative = (row: -1, distance: Float.infinity)

  var isWhole: Bool { positive.row >= 0 && negative.row >= 0 }

  init(
    _ anchor: Int, _ x: UnsafePointer<Float>, _ labels: UnsafePointer<Float>, rows: Int, width: Int
  ) {
    guard labels[anchor] >= 0 else { return }
    for row in 0..<rows where row != anchor && labels[row] >= 0 {
      var distance: Float = 0
      for j in 0..<width {
        let step = x[anchor * width + j] - x[row * width + j]
        distance += step * step
      }
      if labels[row] != labels[anchor] {
        if distance < negative.distance { negative = (row, distance) }
      } else if distance > positive.distance {
        positive = (row, distance)
      }
    }
  }
}
