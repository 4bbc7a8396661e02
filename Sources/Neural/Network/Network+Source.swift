internal import Report
public import Tensors

extension Network {
  /// Makes the network ready for a source's samples, or checks that it is.
  ///
  /// - Parameter embedding: whether the output is an embedding, [width], whatever the classes; as it was trained when
  ///   nil.
  public func prepare(for source: any BatchSource, embedding: Bool? = nil) throws {
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
    let wanted = try source.outputShape()
    let output = try build(input, featureCount: features, outputs: wanted.last)
    featureNames = source.featureNames
    givesEmbeddings = embedding ?? givesEmbeddings
    if givesEmbeddings {
      classes = []
      return try checkEmbedding(output)
    }
    guard output == wanted else { throw Network.outputFault(output, wanted, source) }
    if !source.classes.isEmpty { classes = source.classes }
  }

  private func checkEmbedding(_ output: Shape) throws {
    guard output.count == 1 else {
      throw Fault(
        .shape, en: "the network's output is \(output.text), wanted an embedding, [width]",
        zh: "网络的输出为 \(output.text)，应为嵌入向量 [宽度]", try: "nn.Flatten(), nn.Linear(64), nn.UnitLength()")
    }
  }

  private static func outputFault(_ output: Shape, _ wanted: Shape, _ source: any BatchSource) -> Fault {
    let count = wanted.last ?? 1
    guard wanted.count == 1 else {
      return Fault(
        .shape, en: "the network's output is \(output.text), and the samples' values are \(wanted.text)",
        zh: "网络的输出为 \(output.text)，样本的目标值为 \(wanted.text)", try: "nn.Conv2d { \(count), kernel = 1 }")
    }
    let isValue = source.classes.isEmpty
    return Fault(
      .shape,
      en:
        "the network's output is \(output.text), and the samples have \(count) \(isValue ? "values" : "classes")",
      zh: "网络的输出为 \(output.text)，样本有 \(count) 个\(isValue ? "目标值" : "类别")",
      try: "nn.Linear(\(count))")
  }
}

extension BatchSource {
  /// What a network has to say about one sample: a score for each class, or values of some shape (an image for
  /// masks and autoencoders).
  func outputShape() throws -> Shape {
    guard classes.isEmpty else { return [classes.count] }
    switch try batch([0], augment: nil).target {
    case .values(let values): return values.rank > 1 ? Shape(values.shape.dropFirst()) : [1]
    case .classes, .shares:
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
