internal import Report
internal import Tensors

extension Models {
  /// U-Net (Ronneberger et al., 2015; with batch normalisation and borders that keep the size, as is usual now): a
  /// score for each class at each pixel. [height, width, channels] to [height, width, classes]; height and width
  /// are multiples of 2 to the power of `depth`.
  ///
  /// - Parameters:
  ///   - classes: channels of the output; 1 for a mask, with the losses bce and dice.
  ///   - width: channels of the first stage; they double while the image halves.
  ///   - depth: how often it halves.
  public static func unet(classes: Int = 1, width: Int = 16, depth: Int = 4) throws -> Network {
    guard 1...8 ~= depth else {
      throw Fault(
        .range, en: "unet: depth is \(depth), wanted 1 .. 8", zh: "unet：depth 为 \(depth)，应为 1 .. 8",
        try: "models.unet { depth = 4 }")
    }
    let body = try stage(width, below: depth)
    return Network(Sequential(body + [try Conv2d(classes, kernel: (1, 1))]))
  }

  /// Two convolutions; then, unless this is the bottom, what the stages below make of half the image, beside the
  /// image itself, and two convolutions more.
  private static func stage(_ channels: Int, below: Int) throws -> [any Layer] {
    let first = try doubleConvolution(channels)
    guard below > 0 else { return first }
    let inner =
      [try MaxPool2d((2, 2))] + (try stage(2 * channels, below: below - 1))
      + [try ConvTranspose2d(channels)]
    let branches: [any Layer] = [Identity(), Sequential(inner)]
    return first + [Parallel(branches)] + (try doubleConvolution(channels))
  }

  private static func doubleConvolution(_ channels: Int) throws -> [any Layer] {
    try (0..<2).flatMap { _ -> [any Layer] in
      [try Conv2d(channels, padding: .same, bias: false), BatchNorm2d(), ReLU()]
    }
  }
}
