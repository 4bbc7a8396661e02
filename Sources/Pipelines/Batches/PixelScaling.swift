/// How values from 0 to 255 become what a network reads: a factor and an addend for each channel.
struct PixelScaling {
  let gains: [Float]
  let offsets: [Float]

  init(_ scales: [Preprocessing.Scale]) {
    gains = scales.map { Float(1 / $0.deviation) }
    offsets = scales.map { Float(-$0.mean / $0.deviation) }
  }

  /// One value in each channel.
  func applied(to value: Double) -> [Float] {
    zip(gains, offsets).map { min(255, max(0, Float(value))) * $0 + $1 }
  }
}
