internal import Report

extension SampleImages {
  /// How the values of masks become shares: 255, or 1 where the masks are of zeros and ones, is the whole.
  ///
  /// - Throws: `Fault` (range) when nothing is marked, or by values that say neither.
  func maskScales(_ column: String) throws -> [Preprocessing.Scale] {
    let greatest = try greatestValue()
    guard greatest == 1 || greatest >= 128 else {
      throw Fault(
        .range,
        en: "the greatest value of the masks is \(greatest), wanted 255 or 1 where something is marked",
        zh: "掩膜的最大值为 \(greatest)，标记处应为 255 或 1", at: Place(column: column))
    }
    return shape.suffix(1).flatMap { channels in
      [Preprocessing.Scale](
        repeating: Preprocessing.Scale(mean: 0, deviation: greatest == 1 ? 1 : 255), count: channels)
    }
  }
}
