import Glibc
import Images
import Pipelines
import PlantData
import Report
import Testing

/// Images in files: good ones, damaged ones, and more of them than may be kept.
@Suite final class SampleImagesTests {
  let folder: String

  init() throws {
    folder = "/tmp/plantsh-\(getpid())-images"
    mkdir(folder, 0o755)
  }

  deinit {
    for name in ["0.png", "1.png", "2.png", "3.png", "4.png", "cut.png", "text.png", "empty.png"] {
      unlink("\(folder)/\(name)")
    }
    rmdir(folder)
  }

  func write(_ bytes: [UInt8], as name: String) throws -> ImageReference {
    let file = try #require(fopen("\(folder)/\(name)", "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return .file("\(folder)/\(name)")
  }

  /// An 8x8 gray image whose pixels are all the same.
  static func flat(_ value: UInt8) throws -> [UInt8] {
    try Image(width: 8, height: 8, channels: 1, pixels: [UInt8](repeating: value, count: 64)).pngData()
  }

  func good() throws -> [ImageReference] {
    try (0..<5).map { try write(Self.flat(UInt8(10 * $0)), as: "\($0).png") }
  }

  @Test(arguments: [0, 64, 3 * 64, 1 << 20]) func imagesAreTheSameHoweverManyAreKept(_ mostKept: Int) throws {
    let images = try SampleImages(good(), shape: [8, 8, 1], mostKept: mostKept)
    #expect(images.refused.isEmpty)
    for sample in 0..<5 {
      try images.withPixels(of: sample) { #expect($0.allSatisfy { $0 == 10 * sample }) }
    }
  }

  @Test func keptImagesAreNotReadAgain() throws {
    let images = try SampleImages(good(), shape: [8, 8, 1], mostKept: 3 * 64)
    for sample in 0..<5 { unlink("\(folder)/\(sample).png") }
    for sample in 0..<3 { try images.withPixels(of: sample) { #expect($0[0] == UInt8(10 * sample)) } }
    let fault = #expect(throws: Fault.self) { try images.withPixels(of: 3) { _ in } }
    #expect(fault?.place?.file == "\(folder)/3.png")
  }

  @Test(arguments: [0, 3 * 64, 1 << 20]) func everyDamagedFileIsNamedOnceAndTheOthersStay(_ mostKept: Int)
    throws
  {
    let cut = try write(Array(Self.flat(1).dropLast(20)), as: "cut.png")
    let text = try write(Array("serial,result".utf8), as: "text.png")
    let empty = try write([], as: "empty.png")
    let all = try [cut, good()[0], text, good()[1], empty, good()[2], .file("\(folder)/none.png")]
    let images = try SampleImages(all, shape: [8, 8, 1], mostKept: mostKept)
    #expect(images.refused.map(\.sample) == [0, 2, 4, 6])
    let names = ["cut.png", "text.png", "empty.png", "none.png"]
    #expect(images.refused.map(\.fault.place?.file) == names.map { "\(folder)/\($0)" })
    let words = images.refused.map(\.fault.what.en)
    #expect(words[0].hasPrefix("truncated image") && words[1].hasPrefix("not a PNG"))
    #expect(words[2] == "the file is empty" && words[3] == "no such file")
    for sample in 0..<3 {
      try images.withPixels(of: sample) { #expect($0.allSatisfy { $0 == 10 * sample }) }
    }
  }
}
