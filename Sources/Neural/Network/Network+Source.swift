internal import Report
public import Tensors

extension Network {
  /// Makes the network ready for a source's samples, or checks that it is.
  public func prepare(for source: any BatchSource) throws {
    guard source.count > 0 else {
      throw Fault(.data, en: "there are no samples", zh: "没有样本")
    }
    if !classes.isEmpty, !source.classes.isEmpty, classes != source.classes {
      throw Fault(
        .model,
        en:
          "the network knows the classes \(classes.joined(separator: ", ")); the samples have \(source.classes.joined(separator: ", "))",
        zh: "网络的类别为 \(classes.joined(separator: "、"))，样本的类别为 \(source.classes.joined(separator: "、"))")
    }
    let features = source.featureNames.count
    if source.imageShape != nil, features > 0, !takesFeatures {
      throw Fault(
        .model,
        en: "the samples carry \(features) process values beside images, and no layer takes them",
        zh: "样本除图像外还有 \(features) 个过程值，但没有层使用它们",
        try: "nn.Sequential { …, nn.Flatten(), nn.ConcatFeatures(), nn.Linear(#parts.classes) }")
    }
    let input = source.imageShape ?? [features]
    let outputs = try source.classes.isEmpty ? source.outputCount() : source.classes.count
    let output = try build(input, featureCount: features, outputs: outputs)
    guard output == [outputs] else {
      throw Fault(
        .shape,
        en:
          "the network's output is \(output.text), and the samples have \(outputs) \(source.classes.isEmpty ? "values" : "classes")",
        zh: "网络的输出为 \(output.text)，样本有 \(outputs) 个\(source.classes.isEmpty ? "目标值" : "类别")",
        try: "nn.Linear(\(outputs))")
    }
    if !source.classes.isEmpty { classes = source.classes }
    featureNames = source.featureNames
  }
}

extension BatchSource {
  /// Values that regression asks for.
  func outputCount() throws -> Int {
    switch try batch([0], augment: nil).target {
    case .values(let values): values.shape.last ?? 1
    case .classes:
      throw Fault(
        .data, en: "the samples have class labels, and their classes have no names",
        zh: "样本有类别标签，但类别没有名称")
    }
  }
}

extension Batch {
  /// What goes in at the front of a network: images where there are any, else process values.
  func input() throws -> Tensor {
    guard let input = images ?? features else {
      throw Fault(
        .data, en: "the samples have neither images nor process values", zh: "样本既无图像也无过程值")
    }
    return input
  }
}
