internal import CKernels
internal import PlantData
internal import Randomness
public import Tensors

extension TableBatches {
  public func batch(_ indices: [Int], augment: UInt64?) throws -> Batch {
    try work(indices, augment: augment).run()
  }

  /// A piece is some images: each is decoded where it is not kept, changed by its own draws and scaled.
  ///
  /// - Throws: `Fault` (memory) when the batch would not fit.
  public func work(_ indices: [Int], augment: UInt64?) throws -> BatchWork {
    guard let images else {
      return BatchWork(pieces: 0, byteCount: 0, piece: { _ in }) { [self] in
        try mixed(nil, indices, augment)
      }
    }
    try FreeMemory.require(forBatch: indices.count, of: images.shape)
    let tensor = Tensor(uninitialized: [indices.count] + images.shape)
    let size = images.shape.reduce(1, *)
    let grain = max(1, Self.pixelsPerPiece / size)
    return BatchWork(
      pieces: (indices.count + grain - 1) / grain, byteCount: tensor.byteCount,
      piece: { [self] piece in
        for place in piece * grain..<min((piece + 1) * grain, indices.count) {
          try prepare(indices[place], of: images, augment, into: tensor.values + place * size)
        }
      }, whole: { [self] in try mixed(tensor, indices, augment) })
  }

  /// Values that a piece holds at least: small images go together, so that taking a piece costs nothing beside it.
  private static let pixelsPerPiece = 1 << 14

  /// One image as the network reads it. It follows from the seed and the sample alone.
  private func prepare(
    _ sample: Int, of images: SampleImages, _ augment: UInt64?, into target: UnsafeMutablePointer<Float>
  ) throws {
    let shape = images.shape
    try images.withPixels(of: sample) { pixels in
      if let augment, augmentation.changesImages {
        var generator = SeededGenerator(seed: augment, for: "augment", sample)
        AugmentationDraw(augmentation, &generator).apply(to: pixels, shape: shape, scaling, into: target)
      } else {
        ck_bytes_to_floats(
          pixels.baseAddress, scaling.gains, scaling.offsets, target, shape[0] * shape[1], shape[2])
      }
    }
  }

  /// The batch of these images, mixed where the augmentation asks for it.
  private func mixed(_ images: Tensor?, _ indices: [Int], _ augment: UInt64?) throws -> Batch {
    let features = try features.isEmpty ? nil : featureTensor(indices)
    let target = try targets(indices)
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
    }
  }
}
