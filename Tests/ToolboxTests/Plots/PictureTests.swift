import LuaBridge
import Testing

@Suite struct PictureTests {
  let sitting: PlotSitting

  init() throws { sitting = try PlotSitting() }

  @Test func imagesAreMadeResizedSavedAndRead() throws {
    try sitting.lua.run(
      """
      i = image.from { {0, 80, 10}, {160, 240, 20} }
      i:resize(6, 4):save "\(sitting.folder)/a.png"
      j = plot.image "\(sitting.folder)/a.png"
      w, h, c, k = j.width, j.height, j.channels, image.open("\(sitting.folder)/a.png").gray.width
      """)
    #expect(try sitting.lua.run("return w, h, c, k").compactMap(whole) == [6, 4, 1, 6])
  }

  @Test func wrongRowsAreFaults() {
    #expect(sitting.fault("image.from { {0, 300} }") == "image.from: 300 is not in 0 .. 255")
    #expect(
      sitting.fault("image.from { {0, 3}, {1} }").hasPrefix("image.from: rows must hold the same number"))
    #expect(sitting.fault(#"image.open "no.png""#) == "no.png: no such file")
    #expect(sitting.fault(#"image.from({ {1} }):save "a.jpg""#) == "a.jpg: an image is saved as .png")
  }

  private func whole(_ value: LuaValue) -> Int? {
    if case .int(let number) = value { return number }
    return nil
  }
}
