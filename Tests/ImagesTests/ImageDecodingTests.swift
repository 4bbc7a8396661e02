import Images
import Randomness
import Report
import Testing

@Suite struct ImageDecodingTests {
  @Test(arguments: [Specimens.palette, Specimens.bmp, Specimens.rgba])
  func colourComesFromPaletteBitmapAndAlpha(_ bytes: [UInt8]) throws {
    let image = try Image(data: bytes, name: "c")
    #expect(image.channels == 3)
    #expect(image.pixels == Specimens.colours)
  }

  @Test(arguments: [Specimens.png16, Specimens.tiff16])
  func sixteenBitsKeepTheirUpperByte(_ bytes: [UInt8]) throws {
    let image = try Image(data: bytes, name: "d")
    #expect(image.size == "4x2")
    #expect(image.pixels == [0, 64, 128, 192, 0, 64, 128, 192])
  }

  @Test func oneBitIsBlackAndWhite() throws {
    let image = try Image(data: Specimens.bit, name: "b")
    #expect(image.pixels == [255, 0] + [UInt8](repeating: 255, count: 14))
  }

  @Test func jpegIsNearlyExact() throws {
    let image = try Image(data: Specimens.jpeg, name: "j")
    #expect(image.channels == 1)
    for x in 0..<8 { #expect(abs(Int(image[x, 4]) - 32 * x) < 6) }
  }

  @Test func printersColoursBecomeRedGreenAndBlue() throws {
    let image = try Image(data: Specimens.cmyk, name: "k")
    #expect(image.size == "8x8" && image.channels == 3)
    #expect(image[3, 3, 0] > 240 && image[3, 3, 1] < 15 && image[3, 3, 2] < 15)
  }

  @Test func aReducedPictureIsTheMeanOfWhatItCovers() throws {
    let reduced = try Image(data: Specimens.jpeg, name: "j", covering: (width: 4, height: 4))
    #expect(reduced.size == "4x4" && reduced.channels == 1)
    for x in 0..<4 { #expect(abs(Int(reduced[x, 2]) - (64 * x + 16)) < 8) }
    #expect(try Image(data: Specimens.jpeg, name: "j", covering: (width: 5, height: 4)).size == "8x8")
    #expect(try Image(data: Specimens.png16, name: "d", covering: (width: 1, height: 1)).size == "4x2")
  }

  @Test func anEmptyFileIsNamed() {
    #expect(throws: Fault(.format, en: "the file is empty", zh: "文件是空的", at: Place(file: "e.png"))) {
      try Image(data: [], name: "e.png")
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect(throws: Fault(.file, en: "no such file", zh: "文件不存在", at: Place(file: "no/such.png"))) {
      try Image(contentsOf: "no/such.png")
    }
  }

  @Test func aFolderIsNotAFile() {
    #expect(throws: Fault(.file, en: "not a file", zh: "不是文件", at: Place(file: "/tmp"))) {
      try Image(contentsOf: "/tmp")
    }
  }

  @Test func everyTruncationIsAFault() {
    for bytes in [Specimens.jpeg, Specimens.png16, Specimens.palette] {
      for length in 0..<(bytes.count - 12) {
        let fault = #expect(throws: Fault.self) { try Image(data: Array(bytes[..<length]), name: "cut.png") }
        #expect(fault?.place?.file == "cut.png")
        #expect(fault?.code == .format)
      }
    }
  }

  @Test func aTextIsNotAnImage() {
    let fault = #expect(throws: Fault.self) { try Image(data: Array("serial,result".utf8), name: "a.csv") }
    #expect(fault?.in(.en) == "a.csv: not a PNG, JPEG, TIFF or BMP image")
    #expect(fault?.in(.zh) == "a.csv：不是 PNG、JPEG、TIFF 或 BMP 图像")
  }

  @Test func aBrokenChecksumKeepsTheDecodersWords() {
    var bytes = Specimens.png16
    bytes[70] ^= 0x55
    let fault = #expect(throws: Fault.self) { try Image(data: bytes, name: "x.png") }
    #expect(fault?.details.isEmpty == false)
  }

  @Test func randomDamageNeverCrashes() {
    var generator = SeededGenerator(seed: 1, for: "damage")
    let files = [Specimens.jpeg, Specimens.png16, Specimens.tiff16, Specimens.palette, Specimens.bmp]
    var survived = 0
    for round in 0..<600 {
      var bytes = files[round % files.count]
      for _ in 0...generator.below(3) { bytes[generator.below(bytes.count)] = UInt8(generator.below(256)) }
      if let image = try? Image(data: bytes, name: "x") {
        survived += 1
        #expect(image.pixels.count == image.width * image.height * image.channels)
      }
    }
    #expect(survived > 0 && survived < 600)
  }
}
