extension SampleImages {
  /// Mean and deviation of each channel over some of the images.
  func channelScales() throws -> [Preprocessing.Scale] {
    let (channels, size) = (shape[2], shape.reduce(1, *))
    var sums = [Int](repeating: 0, count: channels)
    var squares = sums
    var seen = 0
    for sample in some {
      try withPixels(of: sample) { pixels in
        for c in 0..<channels {
          var (sum, square) = (0, 0)
          for i in stride(from: c, to: size, by: channels) {
            let value = Int(pixels[i])
            sum &+= value
            square &+= value &* value
          }
          sums[c] += sum
          squares[c] += square
        }
      }
      seen += size / channels
    }
    return (0..<channels).map { c in
      let mean = Double(sums[c]) / Double(max(1, seen))
      let variance = max(0, Double(squares[c]) / Double(max(1, seen)) - mean * mean)
      return Preprocessing.Scale(mean: mean, deviation: variance.squareRoot())
    }
  }

  /// The greatest value of a pixel of some of the images.
  func greatestValue() throws -> UInt8 {
    var greatest: UInt8 = 0
    for sample in some { greatest = max(greatest, try withPixels(of: sample) { $0.max() ?? 0 }) }
    return greatest
  }
}
