public import Exchange
internal import Report
internal import Tensors

extension Network {
  /// The version that model files name as their maker.
  static let maker = "0.1.0"

  /// Writes layers, weights, classes, preprocessing and training record to one file.
  ///
  /// - Parameter lineage: where the model came from, for whoever finds the file; belongs to the caller.
  public func save(_ path: String, lineage: JSON = .null) throws {
    try FileBytes.write(try modelFile(lineage: lineage).bytes, to: path)
  }

  func modelFile(lineage: JSON = .null) throws -> ModelFile {
    guard let inputShape, let outputShape else {
      throw Fault(
        .model, en: "the network has no weights to save yet: train it first", zh: "网络尚无可保存的权重，请先训练",
        try: "net:fit(parts.train, { target = \"result\" })")
    }
    try CustomLayer.checkTexts(below: root)
    let weights = root.allWeights
    var header: [String: JSON] = [
      "plantsh": .string(Network.maker), "layers": JSON(describing: root),
      "input": .array(inputShape.map(JSON.int)), "output": .array(outputShape.map(JSON.int)),
      "classes": .array(classes.map(JSON.string)), "features": .array(featureNames.map(JSON.string)),
      "preprocessing": preprocessing.map(JSON.string) ?? .null, "seed": .string(String(seed)),
      "record": record,
      "weights": .array(
        weights.map { .object(["name": .string($0.name), "shape": .array($0.tensor.shape.map(JSON.int))]) }),
    ]
    if givesEmbeddings { header["embedding"] = .bool(true) }
    if lineage != .null { header["lineage"] = lineage }
    return ModelFile(header: .object(header), weights: weights.flatMap(\.tensor.list))
  }
}
