import CZlib
import PlantData
import Report
import Testing

@Suite struct IdxReaderTests {
  let scratch = Scratch()

  func images(_ count: UInt8) -> [UInt8] {
    [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 3] + (0..<count * 6).map { $0 }
  }

  @Test func readsImagesWithTheirLabels() throws {
    let pixels = scratch.write(images(2), to: "images.idx")
    let labels = scratch.write([0, 0, 8, 1, 0, 0, 0, 2, 9, 4], to: "labels.idx")
    let table = try IdxReader.read(pixels, labels: labels).table
    #expect(try table.column("label").cells == [9, 4])
    guard case .image(.pixels(let block, let index)) = try table.column("image")[1] else {
      Issue.record("no pixels in memory")
      return
    }
    #expect([block.height, block.width, block.channels] == [2, 3, 1])
    #expect(Array(block.image(index)) == [6, 7, 8, 9, 10, 11])
  }

  @Test func readsGzip() throws {
    let zipped = scratch.path + "/images.gz"
    let file = gzopen(zipped, "wb")
    _ = images(2).withUnsafeBytes { gzwrite(file, $0.baseAddress, UInt32($0.count)) }
    gzclose(file)
    #expect(try IdxReader.read(zipped).table.rowCount == 2)
  }

  @Test func aDamagedGzipIsNamedAsSuch() {
    let path = scratch.write([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2], to: "labels.gz")
    let fault = #expect(throws: Fault.self) { try IdxReader.read(path) }
    #expect(fault?.what.en == "the gzip file is damaged or cut off")
  }

  @Test func damagedFilesAreNamed() throws {
    let good = scratch.write(images(2), to: "images.idx")
    let labels = scratch.write([0, 0, 8, 1, 0, 0, 0, 3, 9, 4, 1], to: "labels.idx")
    let fault = #expect(throws: Fault.self) { try IdxReader.read(good, labels: labels) }
    #expect(fault?.what.en == "3 labels for 2 images")
    for bytes in [
      [], [0, 0, 8], [1, 2, 3, 4], [0, 0, 9, 1, 0, 0, 0, 1, 1], Array(images(2).dropLast()),
      [0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
    ] as [[UInt8]] {
      let path = scratch.write(bytes, to: "bad.idx")
      let fault = #expect(throws: Fault.self) { try IdxReader.read(path) }
      #expect(fault?.place?.file == path)
    }
  }
}
