internal import CKernels
internal import PlantData
internal import Randomness
public import Tensors

extension TableBatches {
  public func batch(_ indices: [Int], augment: UInt64?) throws -> Batch {
    try work(indices, augment: augment).run()
  }

  /// A piece is some images: each is decoded where it is not kept, changed by its own draws and scaled; and so is the
  /// image that is its target.
  ///
  /// - Throws: `Fault` (memory) when the batch would not fit.
  public func work(_ indices: [Int], augment: UInt64?) throws -> BatchWork {
    guard let images else {
      return BatchWork(pieces: 0, byteCount: 0, piece: { _ in }) { [self] in
        try mixed(nil, targets(indices), indices, augment)
      }
    }
    try FreeMemory.require(forBatch: indices.count * (drawn == nil ? 1 : 2), of: images.shape)
    let tensor = Tensor(uninitialized: [indices.count] + images.shape)
    let wanted = drawn.map { Tensor(uninitialized: [indices.count] + $0.shape) }
    let size = images.shape.reduce(1, *)
    let grain = max(1, Self.pixelsPerPiece / size)
    return BatchWork(
      pieces: (indices.count + grain - 1) / grain, byteCount: tensor.byteCount + (wanted?.byteCount ?? 0),
      piece: { [self] piece in
        for place in piece * grain..<min((piece + 1) * grain, indices.count) {
          let draw = draw(for: indices[place], augment)
          try prepare(indices[place], of: images, draw, scaling, into: tensor.values + place * size)
          guard let drawn, let wanted else { continue }
          let start = wanted.values + place * drawn.shape.reduce(1, *)
          try prepare(indices[place], of: drawn, draw?.movingOnly, targetScaling, into: start)
        }
      },
      whole: { [self] in try mixed(tensor, wanted.map(Target.values) ?? targets(indices), indices, augment) })
  }

  /// Values that a piece holds at least: small images go together, so that taking a piece costs nothing beside it.
  private static let pixelsPerPiece = 1 << 14

  /// What happens to a sample's images. It follows from the seed and the sample alone.
  private func draw(for sample: Int, _ augment: UInt64?) -> AugmentationDraw? {
    guard let augment, augmentation.changesImages else { return nil }
    var generator = SeededGenerator(seed: augment, for: "augment", sample)
    return AugmentationDraw(augmentation, &generator)
  }

  /// One image as the network reads it, or is to give it.
  private func prepare(
    _ sample: Int, of images: SampleImages, _ draw: AugmentationDraw?, _ scaling: PixelScaling,
    into target: UnsafeMutablePointer<Float>
  ) throws {
    let shape = images.shape
    try images.withPixels(of: sample) { pixels in
      if let draw {
        draw.apply(to: pixels, shape: shape, scaling, into: target)
      } else {
        ck_bytes_to_floats(
          pixels.baseAddress, scaling.gains, scaling.offsets, target, shape[0] * shape[1], shape[2])
      }
    }
  }

  /// The batch of these images, mixed where the augmentation asks for it.
  private func mixed(_ images: Tensor?, _ target: Target, _ indices: [Int], _ augment: UInt64?) throws
    -> Batch
  {
    let features = try features.isEmpty ? nil : featureTensor(indices)
    guard let augment, augmentation.mixup > 0 else {
      return Batch(images: images, features: features, target: target)
    }
    let mixture = Mixture(augmentation.mixup, samples: indices, seed: augment)
    return Batch(
      images: images.map { mixture.applied(to: $0) }, features: features.map { mixture.applied(to: $0) },
      target: mixture.applied(to: target, classes: classes.count))
  }

  private func featureTensor(_ indices: [Int]) throws -> Tensor {
    var values: [Float] = []
    values.reserveCapacity(indices.count * features.count)
    for sample in indices {
      for (column, scale) in zip(features, preprocessing.featureScales) {
        values.append(scale.scaled(column.number(rows[sample])))
      }
    }
    return try Tensor([indices.count, features.count], values)
  }

  private func targets(_ indices: [Int]) throws -> Target {
    switch target {
    case .classes(let classes, _):
      return .classes(indices.map { classes[rows[$0]] })
    case .values(let values):
      let scale = preprocessing.targetScale ?? Preprocessing.Scale(mean: 0, deviation: 1)
      return .values(
        try Tensor([indices.count, 1], indices.map { scale.scaled(values[rows[$0]]) }))
    case .unknown where preprocessing.classes.isEmpty:
      let shape = preprocessing.targetShape
      return .values(.zeros([indices.count] + (shape.isEmpty ? [1] : shape)))
    case .unknown: return .classes(indices.map { _ in 0 })
    case .images: preconditionFailure("images that are the target are prepared with the others")
    }
  }
}
