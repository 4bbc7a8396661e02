import Images
import Report
import Testing

@Suite struct ImageGeometryTests {
  let image = Image(width: 3, height: 2, channels: 1, pixels: [1, 2, 3, 4, 5, 6])

  @Test func flipsExchangeTheSides() {
    #expect(image.flippedHorizontally.pixels == [3, 2, 1, 6, 5, 4])
    #expect(image.flippedVertically.pixels == [4, 5, 6, 1, 2, 3])
  }

  @Test func croppingTakesTheMiddle() throws {
    #expect(try image.cropped(x: 1, y: 0, width: 2, height: 2).pixels == [2, 3, 5, 6])
  }

  @Test func croppingOutsideIsAFault() {
    let fault = #expect(throws: Fault.self) { try image.cropped(x: 2, y: 0, width: 2, height: 1) }
    #expect(fault?.in(.en) == "crop 2x1 at 2, 0 is not inside the 3x2 image")
  }

  @Test func grayWeighsTheColoursByLuma() {
    let colours = Image(width: 2, height: 1, channels: 3, pixels: [255, 255, 255, 0, 255, 0])
    #expect(colours.gray.pixels == [255, 150])
    #expect(image.rgb.gray == image)
  }
}
