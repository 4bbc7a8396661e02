internal import Exchange
internal import Report

/// Every kind of layer, simplest first: what a model file may name.
public var layerCatalog: [any Layer.Type] {
  [
    Identity.self, ReLU.self, ReLU6.self, LeakyReLU.self, Sigmoid.self, Tanh.self, SiLU.self,
    Hardswish.self, GELU.self, Softmax.self, UnitLength.self,
    Flatten.self, Reshape.self, Normalize.self, Dropout.self, Linear.self, Embedding.self,
    MaxPool1d.self, AvgPool1d.self, MaxPool2d.self, AvgPool2d.self, AdaptiveAvgPool2d.self,
    Upsample.self, Conv1d.self, Conv2d.self, ConvTranspose2d.self, SeparableConv2d.self,
    BatchNorm1d.self, BatchNorm2d.self, LayerNorm.self, GroupNorm.self, ConcatFeatures.self,
    PositionalEncoding.self, MultiHeadAttention.self, GRU.self, LSTM.self,
    Sequential.self, Parallel.self, Residual.self, InvertedResidual.self, CustomLayer.self,
  ]
}

extension JSON {
  /// A layer as a model file holds it: its kind, settings and parts.
  init(describing layer: any Layer) {
    var members: [String: JSON] = ["kind": .string(type(of: layer).kind), "settings": layer.settings.json]
    if !layer.parts.isEmpty { members["parts"] = .array(layer.parts.map(JSON.init(describing:))) }
    self = .object(members)
  }

  /// The layer that this value describes.
  func layer(depth: Int = 0) throws -> any Layer {
    guard let kind = self["kind"]?.string, depth < 64 else {
      throw Fault(.model, en: "the model file describes no layer", zh: "模型文件中的层描述有误")
    }
    guard let type = layerCatalog.first(where: { $0.kind == kind }) else {
      throw Fault(
        .model, en: "the model file has a layer '\(kind)' that this version does not know",
        zh: "模型文件含有本版本不认识的层 '\(kind)'")
    }
    let parts = try (self["parts"]?.array ?? []).map { try $0.layer(depth: depth + 1) }
    return try type.init(settings: Settings(self["settings"] ?? .null), parts: parts)
  }
}
