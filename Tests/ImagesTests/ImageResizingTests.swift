import Images
import Testing

@Suite struct ImageResizingTests {
  @Test func halvingTakesTheMeanOfFour() {
    let image = Image(width: 4, height: 2, channels: 1, pixels: [0, 100, 10, 20, 200, 100, 30, 40])
    #expect(image.resized(width: 2, height: 1).pixels == [100, 25])
  }

  @Test func shrinkingByAPartWeighsTheParts() {
    let image = Image(width: 3, height: 1, channels: 1, pixels: [0, 90, 240])
    #expect(image.resized(width: 2, height: 1).pixels == [30, 190])
  }

  @Test func growingIsLinearBetweenCentres() {
    let image = Image(width: 2, height: 1, channels: 1, pixels: [0, 200])
    #expect(image.resized(width: 4, height: 1).pixels == [0, 50, 150, 200])
  }

  @Test func onePixelGrowsToAFlatPicture() {
    let image = Image(width: 1, height: 1, channels: 3, pixels: [1, 2, 3])
    #expect(image.resized(width: 2, height: 2).pixels == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])
  }

  @Test func weightsOfEveryPlaceAddUpToOne() {
    for (old, new) in [(7, 3), (3, 7), (640, 64), (1, 5), (200, 199)] {
      let weights = ResamplingWeights(from: old, to: new)
      for i in 0..<new {
        #expect(abs(weights.weights(i).reduce(0, +) - 1) < 1e-5)
        #expect(weights.starts[i] + weights.weights(i).count <= old)
      }
    }
  }
}
