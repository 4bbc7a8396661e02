internal import Glibc
public import Report

extension Figure {
  /// How often values fall into equal, round intervals. Values that are no numbers are left out and counted
  /// in the note.
  ///
  /// - Parameter bins: about how many intervals; by Freedman and Diaconis (1981) when nil.
  public static func histogram(
    _ values: [Double], title: Text, unit: String = "", bins: Int? = nil
  ) -> Figure {
    let sorted = values.filter { $0.isFinite }.sorted()
    let blocks = histogramBlocks(sorted, bins: bins)
    let missing = values.count - sorted.count
    var note = Text(en: "\(sorted.count.grouped) values", zh: "\(sorted.count.grouped) 个值")
    if missing > 0 {
      note = note + Text(en: ", \(missing.grouped) missing left out", zh: "，\(missing.grouped) 个缺失值未计入")
    }
    return Figure(
      title: title, note: note, x: Axis(title, unit: unit), y: Axis(Text(en: "count", zh: "数量")),
      content: .plane([.blocks(blocks, tone: .series(0))]))
  }
}

/// Sorted numbers counted in intervals of round width; the last interval holds its upper end too.
package func histogramBlocks(_ sorted: [Double], bins: Int?) -> [Block] {
  guard let low = sorted.first, let high = sorted.last else { return [] }
  guard high > low else { return [Block(low: low - 0.5, high: low + 0.5, height: Double(sorted.count))] }
  let count = bins ?? freedmanDiaconis(sorted)
  let step = bins == nil ? roundStep(high - low, about: count) : (high - low) / Double(max(1, count))
  let start = bins == nil ? (low / step + 1e-9).rounded(.down) * step : low
  let number = bins ?? max(1, Int(((high - start) / step - 1e-9).rounded(.up)))
  var blocks = (0..<number).map {
    Block(low: start + Double($0) * step, high: start + Double($0 + 1) * step, height: 0)
  }
  for value in sorted {
    let index = Int(((value - start) / step + 1e-9).rounded(.down))
    blocks[max(0, min(number - 1, index))].height += 1
  }
  return blocks
}

private func freedmanDiaconis(_ sorted: [Double]) -> Int {
  let spread = quantile(sorted, 0.75) - quantile(sorted, 0.25)
  let range = sorted[sorted.count - 1] - sorted[0]
  let width = 2 * spread / cbrt(Double(sorted.count))
  let sturges = Int(log2(Double(sorted.count)).rounded(.up)) + 1
  return width > 0 ? max(1, min(60, Int(min(60, (range / width).rounded(.up))))) : sturges
}
