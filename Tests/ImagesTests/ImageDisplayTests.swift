import Images
import Report
import Testing

@Suite struct ImageDisplayTests {
  let image = Image(width: 64, height: 64, channels: 1) { x, y, pixel in pixel[0] = UInt8(4 * x) }

  @Test func plainSurfacesGetWords() {
    #expect(image.text(on: Surface(plain: true)) == "gray image 64x64, values 0 .. 252, mean 126")
  }

  @Test func theDrawingStaysWithinTheSurface() {
    let lines = image.text(on: Surface(columns: 20, rows: 12)).split(separator: "\n")
    #expect(lines.count <= 12)
    #expect(lines.dropLast().allSatisfy { $0.count <= 20 })
    #expect(lines[0].hasPrefix(" ") && lines[0].hasSuffix("%"))
  }

  @Test func colourUsesHalfBlocks() {
    let lines = image.drawing(columns: 16, rows: 4, as: .millions)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("\u{1B}[38;2;"))
    #expect(lines[0].hasSuffix("▀\u{1B}[0m"))
    #expect(image.drawing(columns: 16, rows: 4, as: .colours256)[0].hasPrefix("\u{1B}[38;5;233;48;5;233m▀"))
  }

  @Test func htmlHoldsThePicture() {
    #expect(image.html?.contains("src=\"data:image/png;base64,iVBORw0KGgo") == true)
  }

  @Test func base64PadsTheEnd() {
    #expect(["f", "fo", "foo"].map { base64(Array($0.utf8)) } == ["Zg==", "Zm8=", "Zm9v"])
  }
}
