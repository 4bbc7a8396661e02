internal import Report
internal import Tensors

/// The words of faults about layers and the shapes they are given.
enum LayerFault {
  static func input(
    _ layer: any Layer, _ input: Shape, en: String, zh: String, try attempt: String? = nil
  ) -> Fault {
    Fault(
      .shape, en: "\(layer.name) is given \(input.text), wanted \(en)",
      zh: "\(layer.name) 的输入为 \(input.text)，应为 \(zh)", try: attempt)
  }

  static func image(_ layer: any Layer, _ input: Shape) -> Fault {
    LayerFault.input(
      layer, input, en: "[height, width, channels]", zh: "[高, 宽, 通道]", try: "net:summary { 64, 64, 1 }")
  }

  static func series(_ layer: any Layer, _ input: Shape) -> Fault {
    LayerFault.input(
      layer, input, en: "[length, channels]", zh: "[长度, 通道]",
      try: "nn.Reshape { \(Swift.max(1, input.elementCount)), 1 }")
  }

  static func changed(_ layer: any Layer, _ input: Shape, _ weights: Shape) -> Fault {
    Fault(
      .shape,
      en: "\(layer.name) is given \(input.text), but its weights \(weights.text) were made for another size",
      zh: "\(layer.name) 的输入为 \(input.text)，但其权重 \(weights.text) 是按其他尺寸建立的")
  }

  static func check(_ layer: String, _ name: String, _ value: Int, in range: ClosedRange<Int>) throws {
    guard !range.contains(value) else { return }
    let wanted = "\(range.lowerBound) .. \(range.upperBound)"
    throw setting(layer, name, "\(value)", en: wanted, zh: wanted)
  }

  static func setting(_ layer: String, _ name: String, _ value: String, en: String, zh: String) -> Fault {
    Fault(
      .range, en: "\(layer): \(name) is \(value), wanted \(en)", zh: "\(layer)：\(name) 为 \(value)，应为 \(zh)")
  }
}
