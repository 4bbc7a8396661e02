import Glibc
import Images
import Report
import Testing

@Suite struct ImageEncodingTests {
  @Test(arguments: [1, 3]) func pngKeepsEveryPixel(_ channels: Int) throws {
    let image = Image(width: 7, height: 5, channels: channels) { x, y, pixel in
      for c in 0..<channels { pixel[c] = UInt8(x * 30 + y * 9 + c) }
    }
    #expect(try Image(data: try image.pngData(), name: "again") == image)
  }

  @Test func aFileIsReadAsItWasWritten() throws {
    let path = "/tmp/plantsh-image-\(getpid()).png"
    defer { unlink(path) }
    let image = Image(width: 2, height: 1, channels: 1, pixels: [3, 200])
    try image.write(png: path)
    #expect(try Image(contentsOf: path) == image)
  }

  @Test func aFolderThatIsMissingIsNamed() {
    let image = Image(width: 1, height: 1, channels: 1, pixels: [3])
    let fault = #expect(throws: Fault.self) { try image.write(png: "/no/such/folder/x.png") }
    #expect(fault?.in(.en) == "/no/such/folder/x.png: no such file or folder")
  }
}
