internal import Report
internal import Tensors

extension Models {
  /// An autoencoder of images (Hinton and Salakhutdinov, 2006, with convolutions): what it cannot draw again after
  /// squeezing it through few channels is unlike what it was trained on. [height, width, channels] to the same;
  /// height and width are multiples of 2 to the number of stages.
  ///
  /// - Parameters:
  ///   - channels: of the image, drawn without a bound: train on pixels of any scale.
  ///   - hidden: channels of the stages, each of half the size of the one before.
  ///   - latent: channels in the middle.
  public static func autoencoder(channels: Int = 1, hidden: [Int] = [16, 32, 64], latent: Int = 16) throws
    -> Network
  {
    guard !hidden.isEmpty, hidden.count <= 8 else {
      throw Fault(
        .range, en: "autoencoder: hidden has \(hidden.count) stages, wanted 1 .. 8",
        zh: "autoencoder：hidden 有 \(hidden.count) 级，应为 1 .. 8",
        try: "models.autoencoder { hidden = { 16, 32 } }")
    }
    var layers: [any Layer] = []
    for size in hidden {
      layers += [
        try Conv2d(size, stride: (2, 2), padding: .same, bias: false), BatchNorm2d(), ReLU(),
      ]
    }
    layers += [try Conv2d(latent, kernel: (1, 1))]
    for size in hidden.reversed() {
      layers += [try ConvTranspose2d(size, bias: false), BatchNorm2d(), ReLU()]
    }
    return Network(Sequential(layers + [try Conv2d(channels, padding: .same)]))
  }
}
