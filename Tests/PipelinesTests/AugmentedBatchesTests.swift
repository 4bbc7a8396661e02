import Pipelines
import PlantData
import Report
import Synchronization
import Tensors
import Testing
import Workers

@Suite struct AugmentedBatchesTests {
  /// 24 images with a bright left upper quarter on a ramp, gray or colour, of two classes.
  static func table(channels: Int = 1) throws -> Table {
    var bytes: [UInt8] = []
    for image in 0..<24 {
      for place in 0..<256 {
        let bright = place % 16 < 8 && place / 16 < 8
        for c in 0..<channels { bytes.append(UInt8((bright ? 150 : 20) + (place + image * 3 + c * 11) % 60)) }
      }
    }
    let block = PixelBlock(count: 24, height: 16, width: 16, channels: channels, bytes: bytes)
    return try Table([
      Column("photo", (0..<24).map { Cell.image(.pixels(block, index: $0)) }),
      Column("result", (0..<24).map { .text($0 % 2 == 0 ? "A" : "B") }),
    ])
  }

  static func batches(channels: Int = 1, _ change: (inout Augmentation) -> Void) throws -> TableBatches {
    var options = BatchOptions(target: "result")
    change(&options.augmentation)
    return try TableBatches(table(channels: channels), options)
  }

  static func everything(_ augmentation: inout Augmentation) {
    augmentation.flip = .both
    for (name, path) in Augmentation.amounts { augmentation[keyPath: path] = name == "rotate" ? 20 : 0.2 }
  }

  static func pixels(_ batch: Batch) throws -> [Float] { try #require(batch.images).list }

  @Test(arguments: Augmentation.amounts.map { $0.name }) func everyAmountChangesImages(_ name: String) throws
  {
    let batches = try Self.batches { augmentation in
      let path = Augmentation.amounts.first { $0.name == name }!.path
      augmentation[keyPath: path] = name == "rotate" ? 30 : name == "blur" ? 2 : 0.4
    }
    let indices = Array(0..<24)
    let plain = try Self.pixels(batches.batch(indices, augment: nil))
    let changed = try Self.pixels(batches.batch(indices, augment: 3))
    #expect(changed != plain)
    let areFinite = changed.allSatisfy { $0.isFinite }
    #expect(areFinite)
    #expect(try Self.pixels(batches.batch(indices, augment: 3)) == changed)
    #expect(try Self.pixels(batches.batch(indices, augment: 4)) != changed)
  }

  @Test func aCropShowsAPartEnlarged() throws {
    let batches = try Self.batches { $0.crop = 0.9 }
    let plain = try Self.pixels(batches.batch([0], augment: nil))
    let range = plain.min()!...plain.max()!
    for seed in 0..<20 {
      let cropped = try Self.pixels(batches.batch([0], augment: UInt64(seed)))
      let isInside = cropped.allSatisfy { range.lowerBound - 1e-3...range.upperBound + 1e-3 ~= $0 }
      #expect(isInside)
    }
  }

  @Test func aBlurKeepsTheMeanAndTakesContrast() throws {
    let batches = try Self.batches { $0.blur = 3 }
    func figures(_ x: [Float]) -> (mean: Float, squares: Float) {
      let mean = x.reduce(0, +) / Float(x.count)
      return (mean, x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(x.count))
    }
    let plain = figures(try Self.pixels(batches.batch(Array(0..<24), augment: nil)))
    let soft = figures(try Self.pixels(batches.batch(Array(0..<24), augment: 1)))
    #expect(abs(plain.mean - soft.mean) < 0.1)
    #expect(soft.squares < 0.95 * plain.squares)
  }

  @Test func aMixtureSharesItsTargets() throws {
    let batches = try Self.batches { $0.mixup = 1 }
    let batch = try batches.batch(Array(0..<24), augment: 5)
    guard case .shares(let shares) = batch.target else { Issue.record("shares expected"); return }
    #expect(shares.shape == [24, 2])
    let list = shares.list
    var mixed = 0
    for row in 0..<24 {
      #expect(abs(list[2 * row] + list[2 * row + 1] - 1) < 1e-5)
      if list[2 * row] > 0.01, list[2 * row] < 0.99 { mixed += 1 }
    }
    #expect(mixed > 4)
    guard case .classes = try batches.batch([0, 1], augment: nil).target else {
      Issue.record("classes expected")
      return
    }
  }

  @Test(arguments: [1, 3]) func batchesAreTheSameWhateverTheThreads(_ channels: Int) throws {
    let batches = try Self.batches(channels: channels, Self.everything)
    let indices = Array(0..<24)
    let wanted = try batches.batch(indices, augment: 9)
    for threads in [1, 2, 3, 7] {
      let pool = ThreadPool(threads: threads)
      let work = try batches.work(indices, augment: 9)
      #expect(work.pieces > 0)
      let failed = Atomic<Int>(0)
      pool.run(work.pieces) { piece in
        do { try work.perform(piece) } catch { failed.wrappingAdd(1, ordering: .relaxed) }
      }
      pool.stop()
      #expect(failed.load(ordering: .relaxed) == 0)
      let batch = try work.finish()
      #expect(try Self.pixels(batch).map(\.bitPattern) == Self.pixels(wanted).map(\.bitPattern))
      guard case .shares(let a) = batch.target, case .shares(let b) = wanted.target else {
        Issue.record("shares expected")
        return
      }
      #expect(a.list == b.list)
    }
  }

  @Test func aSampleDoesNotDependOnTheRestOfItsBatch() throws {
    let batches = try Self.batches { augmentation in
      Self.everything(&augmentation)
      augmentation.mixup = 0
    }
    let alone = try Self.pixels(batches.batch([7], augment: 2))
    let among = try Self.pixels(batches.batch([3, 7, 11], augment: 2))
    #expect(Array(among[256..<512]) == alone)
  }

  /// 65,536 images of 64 MB are 4 TB.
  @Test func aBatchBeyondTheMemoryIsAFault() throws {
    let block = PixelBlock(count: 2, height: 1, width: 2, channels: 1, bytes: [1, 2, 3, 4])
    let table = try Table([
      Column("photo", (0..<2).map { Cell.image(.pixels(block, index: $0)) }),
      Column("result", ["A", "B"].map { .text($0) }),
    ])
    var options = BatchOptions(target: "result")
    options.size = [4096, 4096]
    let batches = try TableBatches(table, options)
    let fault = #expect(throws: Fault.self) {
      try batches.work([Int](repeating: 0, count: 65_536), augment: nil)
    }
    #expect(fault?.code == .memory)
    #expect(fault?.remedy?.hasPrefix("batch = ") == true)
  }
}
