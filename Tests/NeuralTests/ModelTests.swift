import Neural
import Report
import Tensors
import Testing

@Suite struct ModelTests {
  /// The counts of torchvision's mobilenet_v2 and of TensorFlow's efficientnet-lite0 with 1000 classes.
  @Test func mobilenetV2HasThePublishedParameters() throws {
    let network = try Models.mobilenetV2(classes: 1000)
    #expect(try network.build([224, 224, 3]) == [1000])
    #expect(network.parameterCount == 3_504_872)
  }

  @Test func efficientnetLite0HasThePublishedParameters() throws {
    let network = try Models.efficientnetLite0(classes: 1000)
    #expect(try network.build([224, 224, 3]) == [1000])
    #expect(network.parameterCount == 4_652_008)
  }

  /// The multiply-adds of table 4 of the paper: 300 M at width 1.
  @Test func mobilenetV2HasTheMultiplyAddsOfThePaper() throws {
    let network = try Models.mobilenetV2(classes: 1000)
    try network.build([224, 224, 3])
    let adds = network.multiplyAdds
    #expect((295_000_000...305_000_000).contains(adds), "\(adds)")
  }

  /// Counted from table 2 of the paper with channels in multiples of 8, the last convolution not below 1280.
  @Test(arguments: [(0.35, 1_677_128), (0.5, 1_968_680), (0.75, 2_636_424), (1.4, 6_108_776)])
  func widthsOfMobilenetV2AreMultiplesOfEight(_ width: Double, _ parameters: Int) throws {
    let network = try Models.mobilenetV2(width: width, classes: 1000)
    try network.build([96, 96, 3])
    #expect(network.parameterCount == parameters)
  }

  /// The count of the usual U-Net with 64 channels, batch normalisation and one class for images of 3 channels.
  @Test func unetHasTheUsualParameters() throws {
    let network = try Models.unet(classes: 1, width: 64, depth: 4)
    #expect(try network.build([32, 48, 3]) == [32, 48, 1])
    #expect(network.parameterCount == 31_037_633)
  }

  @Test func anAutoencoderKeepsTheShape() throws {
    let network = try Models.autoencoder(channels: 3, hidden: [4, 8], latent: 2)
    #expect(try network.build([8, 12, 3]) == [8, 12, 3])
  }

  @Test func processValuesGoInBeforeTheLastLayer() throws {
    for network in [
      try Models.mobilenetV2(width: 0.35, features: true), try Models.efficientnetLite0(features: true),
    ] { #expect(try network.build([32, 32, 1], featureCount: 3, outputs: 4) == [4]) }
  }

  @Test func anImageThatDoesNotHalveIsNamed() throws {
    #expect {
      try Models.unet(depth: 2).build([10, 8, 1])
    } throws: { error in (error as? Fault)?.what.en.contains("branches that agree but for channels") == true }
  }

  @Test func anAutoencoderLearnsToDraw() throws {
    var options = TrainingOptions()
    options.epochs = 12
    options.batchSize = 8
    options.rate = 0.01
    let images = Tensor.filled([32, 8, 8, 1]) { pixels in
      for i in pixels.indices { pixels[i] = (i / 64 + i / 8) % 4 == 0 ? 1 : 0 }
    }
    let source = try MemorySource(images: images, target: .values(images))
    let history = try Models.autoencoder(hidden: [8], latent: 8).fit(source, options)
    let losses = history.epochs.map(\.loss)
    #expect(losses[losses.count - 1] < 0.3 * losses[0], "\(losses)")
  }

  @Test func aUnetLearnsAMask() throws {
    var options = TrainingOptions()
    options.epochs = 40
    options.batchSize = 8
    options.loss = .dice
    options.rate = 0.01
    let images = Tensor.filled([32, 8, 8, 1]) { pixels in
      for i in pixels.indices { pixels[i] = (i * 7919 % 31 < 10) ? 1 : -1 }
    }
    let masks = Tensor.filled([32, 8, 8, 1]) { pixels in
      for i in pixels.indices { pixels[i] = images.list[i] > 0 ? 1 : 0 }
    }
    let source = try MemorySource(images: images, target: .values(masks))
    let history = try Models.unet(width: 4, depth: 1).fit(source, options)
    #expect(try #require(history.epochs.last).loss < 0.1)
  }
}
