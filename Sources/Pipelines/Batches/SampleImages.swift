package import Images
package import PlantData
internal import Report
internal import Synchronization
internal import Workers

/// The images of a column, brought to one size: all decoded at the start and kept where they fit in memory,
/// decoded again for each batch where they do not.
final class SampleImages: Sendable {
  /// [height, width, channels]
  let shape: [Int]
  private let references: [ImageReference]
  /// All pixels [n, height, width, channels], or empty when they are decoded on demand.
  private let kept: [UInt8]

  /// Bytes of decoded images that are kept at most.
  static let mostKept = 1 << 30

  /// - Parameter refuse: called for each image that cannot be decoded; its pixels are then black.
  init(
    _ references: [ImageReference], shape: [Int], mostKept: Int = SampleImages.mostKept,
    refuse: (_ sample: Int, Fault) -> Void
  ) throws {
    self.references = references
    self.shape = shape
    let size = shape.reduce(1, *)
    let faults = Mutex<[(Int, Fault)]>([])
    let keeps = references.count * size <= mostKept
    var pixels = [UInt8](repeating: 0, count: keeps ? references.count * size : 0)
    let clock = ContinuousClock.now
    try pixels.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = buffer
      try Workers.runThrowing(references.count) { range in
        for sample in range {
          try Interruption.check()
          do {
            let image = try Self.decoded(references[sample], shape)
            if keeps { _ = buffer[(sample * size)...].update(fromContentsOf: image) }
          } catch let fault as Fault where fault.code != .interrupted {
            faults.withLock { $0.append((sample, fault)) }
          }
          if sample % 256 == 0, ContinuousClock.now - clock > .milliseconds(500) {
            Progress(
              title: Text(en: "decoding images", zh: "解码图像"),
              fraction: Double(sample - range.lowerBound) / Double(range.count)
            ).show()
          }
        }
      }
    }
    for (sample, fault) in faults.withLock({ $0 }).sorted(by: { $0.0 < $1.0 }) { refuse(sample, fault) }
    kept = pixels
  }

  /// Calls `body` with the pixels of one image.
  func withPixels<Result>(
    of sample: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    let size = shape.reduce(1, *)
    if !kept.isEmpty {
      return try kept.withUnsafeBufferPointer {
        try body(UnsafeBufferPointer(rebasing: $0[sample * size..<(sample + 1) * size]))
      }
    }
    return try Self.decoded(references[sample], shape).withUnsafeBufferPointer { try body($0) }
  }

  /// One image, decoded, with the wanted channels and size.
  private static func decoded(_ reference: ImageReference, _ shape: [Int]) throws -> [UInt8] {
    let image = try Image(reference)
    let coloured = shape[2] == 1 ? image.gray : image.rgb
    return coloured.resized(width: shape[1], height: shape[0]).pixels
  }

  /// Mean and deviation of each channel over at most 2,000 images spread over all.
  func channelScales() throws -> [Preprocessing.Scale] {
    let (channels, size) = (shape[2], shape.reduce(1, *))
    var sums = [Double](repeating: 0, count: channels)
    var squares = sums
    let step = max(1, references.count / 2000)
    var seen = 0
    for sample in stride(from: 0, to: references.count, by: step) {
      try withPixels(of: sample) { pixels in
        for i in 0..<size {
          let value = Double(pixels[i])
          sums[i % channels] += value
          squares[i % channels] += value * value
        }
      }
      seen += size / channels
    }
    return (0..<channels).map { c in
      let mean = sums[c] / Double(max(1, seen))
      let variance = max(0, squares[c] / Double(max(1, seen)) - mean * mean)
      return Preprocessing.Scale(mean: mean, deviation: variance.squareRoot())
    }
  }
}

extension Image {
  /// The image that a table's cell refers to.
  package init(_ reference: ImageReference) throws {
    switch reference {
    case .file(let path): try self.init(contentsOf: path)
    case .pixels(let block, let index):
      self.init(
        width: block.width, height: block.height, channels: block.channels, pixels: Array(block.image(index)))
    }
  }
}
