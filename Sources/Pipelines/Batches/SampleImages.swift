package import Images
package import PlantData
package import Report
internal import Synchronization
internal import Workers

/// The images of a column, brought to one size: all decoded at the start and kept as far as they fit in memory,
/// the others decoded again for each batch.
package final class SampleImages: Sendable {
  /// [height, width, channels]
  package let shape: [Int]
  /// Samples whose image could not be decoded, with the reason, in order.
  package let refused: [(sample: Int, fault: Fault)]
  private let references: [ImageReference]
  /// Of the samples that are left, the places of their references.
  private let places: [Int]
  /// Pixels [k, height, width, channels] of the first references.
  private let kept: [UInt8]

  /// Bytes of decoded images that are kept at most: 1 GiB, and half of what is free.
  package static var mostKept: Int { min(1 << 30, (FreeMemory.bytes ?? .max) / 2) }

  /// - Throws: `Fault.interrupted` once the user has asked to stop.
  package init(_ all: [ImageReference], shape: [Int], mostKept: Int = SampleImages.mostKept) throws {
    self.shape = shape
    let size = shape.reduce(1, *)
    let keeping = min(all.count, mostKept / size)
    let faults = Mutex<[(sample: Int, fault: Fault)]>([])
    let done = Atomic<Int>(0)
    let clock = ContinuousClock.now
    var pixels = [UInt8](repeating: 0, count: keeping * size)
    try pixels.withUnsafeMutableBufferPointer { buffer in
      let buffer = UnsafeMutableBufferPointer(rebasing: buffer[...])
      try Workers.runThrowing(all.count) { range in
        for sample in range {
          try Interruption.check()
          do {
            let image = try Self.decoded(all[sample], shape)
            if sample < keeping { _ = buffer[(sample * size)...].update(fromContentsOf: image) }
          } catch let fault as Fault where fault.code != .interrupted {
            faults.withLock { $0.append((sample, fault)) }
          }
          let count = done.wrappingAdd(1, ordering: .relaxed).newValue
          if count % 256 == 0, ContinuousClock.now - clock > .milliseconds(500) {
            Progress(
              title: Text(en: "decoding images", zh: "解码图像"), fraction: Double(count) / Double(all.count)
            ).show()
          }
        }
      }
    }
    refused = faults.withLock { $0 }.sorted { $0.sample < $1.sample }
    let bad = Set(refused.map(\.sample))
    references = all
    places = all.indices.filter { !bad.contains($0) }
    kept = pixels
  }

  private init(_ other: SampleImages, samples: [Int]) {
    (shape, refused, references, kept) = (other.shape, other.refused, other.references, other.kept)
    places = samples.map { other.places[$0] }
  }

  /// Some of the samples that are left, in this order.
  func taking(_ samples: [Int]) -> SampleImages { SampleImages(self, samples: samples) }

  /// At most 2,000 of the samples that are left, spread over all.
  var some: StrideTo<Int> { stride(from: 0, to: places.count, by: max(1, places.count / 2000)) }

  /// Calls `body` with the pixels of one of the samples that are left.
  package func withPixels<Result>(
    of sample: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    let (size, place) = (shape.reduce(1, *), places[sample])
    if (place + 1) * size <= kept.count {
      return try kept.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[place * size..<(place + 1) * size]))
      }
    }
    return try Self.decoded(references[place], shape).withUnsafeBufferPointer { try body($0) }
  }

  /// One image, decoded, with the wanted channels and size.
  private static func decoded(_ reference: ImageReference, _ shape: [Int]) throws -> [UInt8] {
    let image = try Image(reference, covering: (width: shape[1], height: shape[0]))
    let coloured = shape[2] == 1 ? image.gray : image.rgb
    return coloured.resized(width: shape[1], height: shape[0]).pixels
  }
}

extension Image {
  /// The image that a table's cell refers to; see `init(contentsOf:covering:)`.
  package init(_ reference: ImageReference, covering size: (width: Int, height: Int)? = nil) throws {
    switch reference {
    case .file(let path): try self.init(contentsOf: path, covering: size)
    case .pixels(let block, let index):
      self.init(
        width: block.width, height: block.height, channels: block.channels, pixels: Array(block.image(index)))
    }
  }
}
