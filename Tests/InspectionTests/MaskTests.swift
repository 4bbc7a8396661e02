import Inspection
import Neural
import Pipelines
import PlantData
import Report
import Tensors
import Testing

@Suite struct MaskTests {
  /// Dark gray images, 16x16, each with a bright square, and masks of the squares.
  private func table(_ count: Int, marked: UInt8 = 255, from seed: Int = 0) throws -> Table {
    var (photos, masks): ([UInt8], [UInt8]) = ([], [])
    for image in seed..<seed + count {
      let (top, left, side) = (image * 5 % 9, image * 3 % 10, 4 + image % 3)
      for place in 0..<256 {
        let isInside = top..<top + side ~= place / 16 && left..<left + side ~= place % 16
        photos.append(UInt8((isInside ? 170 : 40) + (place * 7 + image * 13) % 50))
        masks.append(isInside ? marked : 0)
      }
    }
    func column(_ name: String, _ bytes: [UInt8]) -> Column {
      let block = PixelBlock(count: count, height: 16, width: 16, channels: 1, bytes: bytes)
      return Column(name, (0..<count).map { .image(.pixels(block, index: $0)) })
    }
    return try Table([column("photo", photos), column("mask", masks)])
  }

  private func trained(_ options: TrainingOptions, augment: Bool = false) throws -> Network {
    let network = try Models.unet(width: 4, depth: 2)
    var batches = BatchOptions(target: "mask")
    if augment { (batches.augmentation.flip, batches.augmentation.noise) = (.both, 0.02) }
    _ = try network.fit(table(48), batches, options)
    return network
  }

  private var options: TrainingOptions {
    var options = TrainingOptions()
    (options.epochs, options.batchSize, options.rate) = (12, 8, 0.02)
    return options
  }

  @Test(arguments: [nil, Loss.dice], [false, true])
  func squaresAreFoundInImagesNotSeen(_ loss: Loss?, _ augment: Bool) throws {
    var options = options
    options.loss = loss
    let network = try trained(options, augment: augment)
    guard case .masks(let report) = try network.evaluate(on: table(20, from: 100)).0 else {
      Issue.record("masks expected")
      return
    }
    #expect(report.intersectionOverUnion > 0.8)
    #expect(report.counts.samples == 20)
    #expect(report.text(on: Surface()).hasPrefix("mask: IoU "))
  }

  @Test func masksAreSaidAsImagesForPhotosWithoutOne() throws {
    let said = try trained(options).predictions(for: table(3, from: 60).select(["photo"])).0
    #expect(said.columnNames == ["photo", "predicted"])
    let wanted = try table(3, from: 60)["mask"]!
    for row in 0..<3 {
      guard case .image(.pixels(let found, let index)) = said["predicted"]?[row],
        case .image(.pixels(let there, let place)) = wanted[row]
      else { Issue.record("images expected"); return }
      let agreeing = zip(found.image(index), there.image(place)).count { ($0 > 127) == ($1 > 127) }
      #expect(agreeing > 240)
    }
  }

  @Test func masksOfZerosAndOnesAreTheSame() throws {
    let options = BatchOptions(target: "mask")
    var shares = options
    shares.targetIsShare = true
    let ones = try TableBatches(table(4, marked: 1), shares)
    let whole = try TableBatches(table(4), shares)
    guard case Target.values(let a) = try ones.batch([0, 3], augment: nil).target,
      case Target.values(let b) = try whole.batch([0, 3], augment: nil).target
    else { Issue.record("values expected"); return }
    #expect(a.shape == [2, 16, 16, 1] && a.list == b.list && Set(a.list) == [0, 1])
  }

  @Test(arguments: [0, 7]) func masksThatSayNothingAreRefused(_ marked: UInt8) throws {
    let network = try Models.unet(width: 4, depth: 1)
    let fault = #expect(throws: Fault.self) {
      try network.fit(table(4, marked: marked), BatchOptions(target: "mask"), options)
    }
    #expect(fault?.what.en.hasPrefix("the greatest value of the masks is \(marked)") == true)
  }

  @Test func aSizeThatCannotBeHalvedOftenEnoughIsAFault() throws {
    var batches = BatchOptions(target: "mask")
    batches.size = [20, 40]
    let fault = #expect(throws: Fault.self) { try Models.unet(width: 2).fit(table(2), batches, options) }
    #expect(fault?.remedy == "size = { 32, 64 }")
  }

  @Test func aLossOfClassesIsNotForMasks() throws {
    var options = options
    options.loss = .crossEntropy
    let fault = #expect(throws: Fault.self) { try trained(options) }
    #expect(fault?.remedy == "loss = \"bce\"")
  }

  @Test func anImageIsDrawnAgainFromItself() throws {
    let photos = try table(32).select(["photo"])
    let network = try Models.autoencoder(hidden: [8], latent: 4)
    _ = try network.fit(photos, BatchOptions(target: "photo"), options)
    let said = try network.predictions(for: photos).0
    #expect(said.columnNames == ["photo", "predicted", "score"])
    for row in 0..<32 {
      guard case .float64(let error) = said["score"]?[row] else { Issue.record("a score expected"); return }
      #expect(0...40 ~= error)
    }
    let fault = #expect(throws: Fault.self) { try network.evaluate(on: photos) }
    #expect(fault?.code == .usage)
  }

  @Test func theOverlapIsCountedInPixels() {
    var counts = MaskCounts()
    let (said, there): ([Float], [Float]) = ([1, 2, -1, -1], [1, 0, 1, 0])
    said.withUnsafeBufferPointer { said in
      there.withUnsafeBufferPointer { counts.count(said, $0, samples: 1) }
    }
    let report = MaskReport(target: "mask", counts)
    #expect(report.intersectionOverUnion == 1.0 / 3)
    #expect((report.dice, report.precision, report.recall) == (0.5, 0.5, 0.5))
    #expect(MaskReport(target: "mask", MaskCounts()).dice.isNaN)
  }
}
