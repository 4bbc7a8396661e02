extension Image {
  /// The image at another size: the mean of the covered area where it shrinks, linear between pixel
  /// centres where it grows, each direction by itself.
  ///
  ///     try Image(contentsOf: "strip.png").resized(width: 64, height: 64).size      // "64x64"
  public func resized(width newWidth: Int, height newHeight: Int) -> Image {
    precondition(newWidth > 0 && newHeight > 0, "resized: the size must be positive")
    if newWidth == width, newHeight == height { return self }
    let across = ResamplingWeights(from: width, to: newWidth)
    let down = ResamplingWeights(from: height, to: newHeight)
    let rowLength = newWidth * channels
    let narrowed = [Float](unsafeUninitializedCapacity: height * rowLength) { buffer, filled in
      resampleAcross(across, into: buffer)
      filled = height * rowLength
    }
    let values = [UInt8](unsafeUninitializedCapacity: newHeight * rowLength) { buffer, filled in
      let sums = UnsafeMutablePointer<Float>.allocate(capacity: rowLength)
      defer { sums.deallocate() }
      narrowed.withUnsafeBufferPointer { rows in
        for y in 0..<newHeight {
          sums.initialize(repeating: 0.5, count: rowLength)
          var row = rows.baseAddress! + down.starts[y] * rowLength
          for weight in down.weights(y) {
            for i in 0..<rowLength { sums[i] += weight * row[i] }
            row += rowLength
          }
          let out = buffer.baseAddress! + y * rowLength
          for i in 0..<rowLength { out[i] = UInt8(min(max(sums[i], 0), 255)) }
        }
      }
      filled = newHeight * rowLength
    }
    return Image(width: newWidth, height: newHeight, channels: channels, pixels: values)
  }

  private func resampleAcross(_ across: ResamplingWeights, into buffer: UnsafeMutableBufferPointer<Float>) {
    let newWidth = across.starts.count
    pixels.withUnsafeBufferPointer { source in
      for x in 0..<newWidth {
        let weights = across.weights(x)
        for y in 0..<height {
          let start = (y * width + across.starts[x]) * channels
          for c in 0..<channels {
            var sum: Float = 0
            var at = start + c
            for weight in weights {
              sum += weight * Float(source[at])
              at += channels
            }
            buffer[(y * newWidth + x) * channels + c] = sum
          }
        }
      }
    }
  }
}

/// For each new position along one direction: the first old position it draws from, and the weights.
package struct ResamplingWeights {
  package private(set) var starts: [Int] = []
  private var values: [Float] = []
  private var ends: [Int] = []

  package func weights(_ index: Int) -> ArraySlice<Float> {
    values[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  package init(from old: Int, to new: Int) {
    let scale = Double(old) / Double(new)
    for i in 0..<new {
      if new < old {
        addArea(from: Double(i) * scale, to: Double(i + 1) * scale, within: old)
      } else {
        addLine(at: (Double(i) + 0.5) * scale - 0.5, within: old)
      }
      ends.append(values.count)
    }
  }

  private mutating func addArea(from low: Double, to high: Double, within old: Int) {
    let first = min(Int(low), old - 1)
    let last = max(first, min(Int(high.rounded(.up)) - 1, old - 1))
    starts.append(first)
    for k in first...last {
      let covered = min(Double(k + 1), high) - max(Double(k), low)
      values.append(Float(covered / (high - low)))
    }
  }

  private mutating func addLine(at centre: Double, within old: Int) {
    let place = min(max(centre, 0), Double(old - 1))
    let first = min(Int(place), max(0, old - 2))
    let part = Float(place - Double(first))
    starts.append(first)
    values.append(1 - part)
    if old > 1 { values.append(part) }
  }
}
