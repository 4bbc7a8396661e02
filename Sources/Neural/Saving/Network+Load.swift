internal import Exchange
internal import Report
internal import Tensors

extension Network {
  /// Reads a network from a file that `save` wrote.
  ///
  /// - Throws: a fault that says whether the file is missing, no model, newer than this program, cut off or
  ///   damaged.
  public static func load(_ path: String) throws -> Network {
    try Network(ModelFile(FileBytes.read(path), file: path), file: path)
  }

  convenience init(_ file: ModelFile, file path: String) throws {
    let header = file.header
    guard let layers = header["layers"], let input = header["input"]?.ints,
      let output = header["output"]?.ints, let classes = header["classes"]?.strings,
      let features = header["features"]?.strings, let shapes = header["weights"]?.array,
      (input + output).allSatisfy({ 1...65_536 ~= $0 }), input.count <= 4
    else {
      throw Fault(
        .format, en: "the model file's header is incomplete", zh: "模型文件的头部不完整",
        at: Place(file: path))
    }
    self.init(try layers.layer())
    seed = header["seed"]?.string.flatMap(UInt64.init) ?? 0
    preprocessing = header["preprocessing"]?.string
    record = header["record"] ?? .null
    self.classes = classes
    givesEmbeddings = header["embedding"]?.bool ?? false
    featureNames = features
    try build(input, featureCount: features.count, outputs: output.last)
    let weights = root.allWeights
    let known = shapes.map { $0["shape"]?.ints }
    guard outputShape == output, known == weights.map(\.tensor.shape),
      file.weights.count == weights.reduce(0, { $0 + $1.tensor.count })
    else {
      throw Fault(
        .format, en: "the model file's weights do not fit its layers", zh: "模型文件的权重与层不相符",
        at: Place(file: path))
    }
    var start = 0
    file.weights.withUnsafeBufferPointer { source in
      for weight in weights {
        guard let base = source.baseAddress else { return }
        weight.tensor.values.update(from: base + start, count: weight.tensor.count)
        start += weight.tensor.count
      }
    }
  }
}
