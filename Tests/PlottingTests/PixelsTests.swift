import Plotting
import Report
import Testing

@Suite struct PixelsTests {
  @Test(arguments: [1.0, 2.0])
  func aFigureHasInkOnWhitePaper(_ scale: Double) throws {
    let pixels = try #require(FigureSpecimens.line.pixels(scale: scale))
    #expect(pixels.width == Int(720 * scale) && pixels.values.count == pixels.width * pixels.height * 3)
    #expect(pixels.values.prefix(3).allSatisfy { $0 == 255 })
    let dark = pixels.values.count { $0 < 128 }
    #expect(dark > 500 && dark < pixels.values.count / 4)
  }

  @Test func chineseIsWrittenWithTheOwnFont() throws {
    func ink(_ title: String) throws -> Int {
      let figure = Figure.histogram([1, 2, 2, 3], title: Text(title))
      return try #require(figure.pixels(scale: 1)).values.count { $0 < 128 }
    }
    let (nothing, strokes, box) = try (ink(" "), ink("轧机温度"), ink("\u{E000}\u{E000}\u{E000}\u{E000}"))
    #expect(strokes > nothing + 200 && strokes != box)
  }

  @Test func longLinesAndOddNumbersAreDrawn() throws {
    let x = (0..<50_000).map(Double.init)
    let y = x.map { $0.truncatingRemainder(dividingBy: 97) == 0 ? .nan : $0 * 1e-300 }
    let figure = Figure.line([Series(Text("s"), x: x, y: y)], x: Axis(Text("x")), y: Axis(Text("y")))
    #expect(figure.pixels(scale: 1) != nil)
  }
}
