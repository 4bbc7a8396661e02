internal import CKernels
internal import Glibc
internal import Tensors

extension AugmentationDraw {
  /// Writes the changed image over `target`, scaled as a network reads it.
  ///
  /// - Parameters:
  ///   - source: [height, width, channels], values from 0 to 255
  ///   - target: room for as many values
  ///   - scaling: how values from 0 to 255 become those of the network
  func apply(
    to source: UnsafeBufferPointer<UInt8>, shape: [Int], _ scaling: PixelScaling,
    into target: UnsafeMutablePointer<Float>
  ) {
    let (height, width, channels) = (shape[0], shape[1], shape[2])
    var map = map(shape)
    ck_affine_bytes(source.baseAddress, &map, target, 0, height)
    if blur > 0.1 { soften(target, height, width, channels) }
    let mean = contrast == 1 && cutout == nil ? 0 : source.mean
    ck_finish_pixels(
      target, Float(contrast), Float(mean - contrast * mean + brightness), Float(noise), noiseSeed,
      scaling.gains, scaling.offsets, height * width, channels)
    if let cutout { blank(cutout, target, height, width, scaling.applied(to: mean)) }
  }

  /// A Gaussian blur, its weights cut off at three standard deviations.
  private func soften(_ target: UnsafeMutablePointer<Float>, _ height: Int, _ width: Int, _ channels: Int) {
    let radius = max(1, Int((3 * blur).rounded(.up)))
    let weights = (0...radius).map { exp(-0.5 * Double($0 * $0) / (blur * blur)) }
    let sum = 2 * weights.reduce(0, +) - weights[0]
    let workspace = Storage(ck_blur_workspace(height, width, channels, radius))
    withExtendedLifetime(workspace) {
      ck_blur(target, weights.map { Float($0 / sum) }, radius, height, width, channels, workspace.start)
    }
  }

  private func blank(
    _ square: (x: Double, y: Double, side: Double), _ target: UnsafeMutablePointer<Float>, _ height: Int,
    _ width: Int, _ pixel: [Float]
  ) {
    let rows = Int(square.y * Double(height))..<Int((square.y + square.side) * Double(height))
    let columns = Int(square.x * Double(width))..<Int((square.x + square.side) * Double(width))
    for y in rows.clamped(to: 0..<height) {
      for x in columns.clamped(to: 0..<width) {
        for (c, value) in pixel.enumerated() { target[(y * width + x) * pixel.count + c] = value }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var mean: Double { Double(reduce(0) { $0 &+ Int($1) }) / Double(Swift.max(1, count)) }
}
