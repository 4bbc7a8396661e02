internal import Report

/// The words of shape faults: which operation, both shapes, counted from 1 as the user counts.
enum ShapeFault {
  static func mismatch(_ operation: String, _ a: Shape, _ b: Shape, try attempt: String? = nil) -> Fault {
    Fault(
      .shape, en: "\(operation): shapes \(a.text) and \(b.text) do not fit",
      zh: "\(operation)：形状 \(a.text) 与 \(b.text) 不相容", try: attempt)
  }

  static func wanted(_ operation: String, _ shape: Shape, en: String, zh: String) -> Fault {
    Fault(
      .shape, en: "\(operation): the input is \(shape.text), wanted \(en)",
      zh: "\(operation)：输入为 \(shape.text)，应为 \(zh)")
  }

  static func axis(_ operation: String, _ axis: Int, of shape: Shape) -> Fault {
    let axes = Swift.max(shape.count, 1)
    return Fault(
      .range, en: "\(operation): axis \(axis + 1) of \(shape.text), which has axes 1 .. \(axes)",
      zh: "\(operation)：轴 \(axis + 1) 不存在，\(shape.text) 的轴为 1 .. \(axes)")
  }

  static func index(_ operation: String, _ index: Int, axis: Int, of shape: Shape) -> Fault {
    Fault(
      .range,
      en: "\(operation): index \(index + 1) on axis \(axis + 1) of \(shape.text), wanted 1 .. \(shape[axis])",
      zh: "\(operation)：\(shape.text) 的轴 \(axis + 1) 下标为 \(index + 1)，应为 1 .. \(shape[axis])")
  }

  static func embedding(_ value: Float, at place: Int, _ wanted: ClosedRange<Int>) -> Fault {
    let (number, range) = (Double(value).significant(), "\(wanted.lowerBound) .. \(wanted.upperBound)")
    return Fault(
      .range, en: "embedding: value \(place + 1) is \(number), wanted a whole number in \(range)",
      zh: "embedding：第 \(place + 1) 个值为 \(number)，应为 \(range) 内的整数")
  }

  static func label(_ loss: String, _ label: Int, of classes: Int) -> Fault {
    Fault(
      .range, en: "\(loss): class \(label + 1) of a network with \(classes) outputs",
      zh: "\(loss)：类别 \(label + 1) 超出网络的 \(classes) 个输出")
  }
}
