import Glibc
import Images
import Pipelines
import PlantData
import Report
import Tensors
import Testing

@Suite struct TableBatchesTests {
  /// Twelve 8x8 images in memory: class A is dark, class B bright; one process value.
  func photos() throws -> Table {
    var bytes: [UInt8] = []
    for image in 0..<12 {
      let base = image % 2 == 0 ? 40 : 200
      for place in 0..<64 { bytes.append(UInt8(base + (place + image) % 8)) }
    }
    let block = PixelBlock(count: 12, height: 8, width: 8, channels: 1, bytes: bytes)
    return try Table([
      Column("photo", (0..<12).map { Cell.image(.pixels(block, index: $0)) }),
      Column("speed", (0..<12).map { $0 == 5 ? .missing : .float64(Double($0)) }),
      Column("result", (0..<12).map { .text($0 % 2 == 0 ? "A" : "B") }),
    ])
  }

  @Test func imagesAreScaledByTheTrainingRows() throws {
    let batches = try TableBatches(photos(), BatchOptions(target: "result"))
    #expect(batches.imageShape == [8, 8, 1])
    #expect(batches.classes == ["A", "B"])
    let batch = try batches.batch(Array(0..<12), augment: nil)
    let images = try #require(batch.images)
    #expect(images.shape == [12, 8, 8, 1])
    #expect(abs(try images.mean().item) < 1e-4)
    guard case .classes(let labels) = batch.target else { Issue.record("classes expected"); return }
    #expect(labels == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  }

  @Test func rowsThatLackSomethingAreLeftOutWithAReason() throws {
    var options = BatchOptions(target: "result")
    options.features = ["speed"]
    let batches = try TableBatches(photos(), options)
    #expect(batches.count == 11)
    #expect(batches.refused.map(\.row) == [5])
    #expect(batches.refused[0].fault.in(.en).contains("column speed: no value"))
    #expect(batches.featureNames == ["speed"])
  }

  @Test func anUndecodableImageIsRefusedAndTheOthersStay() throws {
    let path = "/tmp/plantsh-\(getpid())-broken.png"
    let file = try #require(fopen(path, "w"))
    fputs("no picture", file)
    fclose(file)
    defer { unlink(path) }
    let good = try photos()
    let broken = try Table([
      Column("photo", [.image(.file(path))] + (1..<12).map { good["photo"]![$0] }),
      Column("result", good["result"]!.cells),
    ])
    let batches = try TableBatches(broken, BatchOptions(target: "result"))
    #expect(batches.count == 11)
    #expect(batches.refused.map(\.row) == [0])
    #expect(batches.faults.map(\.place) == [Place(row: 1, column: "photo")])
    #expect(batches.faults[0].what.en.hasPrefix(path))
    #expect(batches.actualClasses == [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])
  }

  @Test func augmentationFollowsFromItsSeedAlone() throws {
    var options = BatchOptions(target: "result")
    options.augmentation.flip = .both
    options.augmentation.shift = 0.2
    options.augmentation.brightness = 0.2
    options.augmentation.noise = 0.01
    options.augmentation.cutout = 0.3
    let batches = try TableBatches(photos(), options)
    let one = try #require(try batches.batch([3, 4], augment: 7).images).list
    #expect(try batches.batch([4, 3], augment: 7).images?.rows([1, 0]).list == one)
    #expect(try batches.batch([3, 4], augment: 8).images?.list != one)
    #expect(try batches.batch([3, 4], augment: nil).images?.list != one)
  }

  @Test func theFittedPreparationSurvivesItsText() throws {
    var options = BatchOptions(target: "result")
    options.features = ["speed"]
    let fitted = try TableBatches(photos(), options).preprocessing
    #expect(try Preprocessing(text: fitted.text) == fitted)
    #expect(throws: Fault.self) { try Preprocessing(text: "{}") }
  }

  /// Ten rows that the speed decides.
  func speeds(_ unit: String?, factor: Double = 1) throws -> Table {
    try Table([
      Column("speed", (0..<10).map { .float64(Double($0) * factor) }, unit: unit.map { try Unit($0) }),
      Column("result", (0..<10).map { .text($0 < 5 ? "A" : "B") }),
    ])
  }

  @Test func featuresInAnotherUnitAreConverted() throws {
    let fitted = try TableBatches(speeds("m/s"), BatchOptions(target: "result")).preprocessing
    #expect(fitted.featureUnits == ["m/s"])
    #expect(try Preprocessing(text: fitted.text) == fitted)
    let same = try TableBatches(speeds("m/s"), fitted).batch(Array(0..<10), augment: nil).features
    let converted = try TableBatches(speeds("m/min", factor: 60), fitted).batch(Array(0..<10), augment: nil)
    for (one, other) in zip(try #require(same).list, try #require(converted.features).list) {
      #expect(abs(one - other) < 1e-5)
    }
  }

  @Test func aFeatureThatMeasuresSomethingElseIsNamedWithBothUnits() throws {
    let fitted = try TableBatches(speeds("m/s"), BatchOptions(target: "result")).preprocessing
    let fault = #expect(throws: Fault.self) { try TableBatches(speeds("degC"), fitted) }
    #expect(fault?.in(.en) == "column speed: the column is in degC, the model was trained on m/s")
    #expect(try TableBatches(speeds(nil), fitted).count == 10)
  }

  @Test func anUnknownClassIsAFault() throws {
    let fitted = try TableBatches(photos(), BatchOptions(target: "result")).preprocessing
    let strange = try Table([photos()["photo"]!, Column("result", (0..<12).map { _ in .text("C") })])
    let fault = #expect(throws: Fault.self) { try TableBatches(strange, fitted) }
    #expect(fault?.in(.en).contains("'C' is no class of the model (A, B)") == true)
  }

  @Test func optionsForImagesNeedImages() throws {
    var options = BatchOptions(target: "result")
    options.size = [8, 8]
    let fault = #expect(throws: Fault.self) { try TableBatches(speeds("m/s"), options) }
    #expect(fault?.what.en.hasPrefix("size is for images") == true)
    options = BatchOptions(target: "result")
    options.augmentation.flip = .both
    #expect(throws: Fault.self) { try TableBatches(speeds("m/s"), options) }
  }

  @Test func keptPreparationNamesTheOptionThatDiffers() throws {
    let fitted = try TableBatches(photos(), BatchOptions(target: "result")).preprocessing
    var options = BatchOptions(target: "result")
    (options.image, options.size, options.gray) = ("photo", [8, 8], true)
    try fitted.requireAgreement(of: options)
    options.size = [16, 16]
    let fault = #expect(throws: Fault.self) { try fitted.requireAgreement(of: options) }
    #expect(fault?.remedy == "size = { 8, 8 }")
    options.size = nil
    options.features = ["speed"]
    #expect(throws: Fault.self) { try fitted.requireAgreement(of: options) }
  }

  @Test func aTargetOfNumbersIsStandardised() throws {
    let table = try Table([
      Column("x", (0..<10).map { .float64(Double($0)) }),
      Column("y", (0..<10).map { .float64(Double($0) * 3 + 1) }),
    ])
    let batches = try TableBatches(table, BatchOptions(target: "y"))
    #expect(batches.classes == [])
    guard case .values(let values) = try batches.batch(Array(0..<10), augment: nil).target else {
      Issue.record("values expected")
      return
    }
    #expect(abs(try values.mean().item) < 1e-6)
    #expect(batches.actualValues.last == 28)
  }
}
